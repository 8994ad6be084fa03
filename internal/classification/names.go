package classification

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"

	"briefing/internal/briefing"
)

// List is names of commodity codes: one edition of one scheme in one language.
type List struct {
	Scheme  Scheme
	Edition Edition
	Lang    briefing.Lang
	Names   map[string]string // by code, digits only
}

// Names are the lists of a project.
type Names struct{ lists []List }

// NewNames puts lists together. Later lists of the same scheme, edition and
// language stand before earlier ones.
func NewNames(lists ...List) *Names {
	n := &Names{lists: slices.Clone(lists)}
	slices.Reverse(n.lists)
	return n
}

// Len is the number of names of all lists.
func (n *Names) Len() int {
	if n == nil {
		return 0
	}
	sum := 0
	for _, l := range n.lists {
		sum += len(l.Names)
	}
	return sum
}

// Found is a name with where it comes from.
type Found struct {
	Name    string
	Code    string // that the name is of: the one asked for or a heading above it
	Scheme  Scheme
	Edition Edition
}

// Of is the source of the name: "TNVED HS2022".
func (f Found) Of() string {
	if f.Edition == 0 {
		return string(f.Scheme)
	}
	if f.Scheme == HS {
		return f.Edition.String()
	}
	return string(f.Scheme) + " " + f.Edition.String()
}

// Find names a code of a classification in a period, in the language. The name
// is of the edition of the code where that is known; codes of up to six digits
// are named by any list of the edition, longer ones by their own scheme, and
// where that has no name by the heading of six or four digits above. Where the
// edition is not known, or no list has it, the newest list answers: Found says
// which, and it is for the reader to be told.
func (n *Names) Find(l briefing.Lang, class string, p briefing.Period, code string) (Found, bool) {
	scheme, _, ok := Parse(class)
	if n == nil || !ok || special(code) {
		return Found{}, false
	}
	edition := EditionOf(class, p)
	for _, length := range []int{len(code), 6, 4} {
		if length > len(code) {
			continue
		}
		if f, ok := n.find(l, scheme, edition, code[:length]); ok {
			return f, true
		}
	}
	return Found{}, false
}

func (n *Names) find(l briefing.Lang, scheme Scheme, edition Edition, code string) (Found, bool) {
	best, rank := Found{}, -1
	for _, list := range n.lists {
		if list.Lang != l || list.Scheme != scheme && len(code) > 6 {
			continue
		}
		name := list.Names[code]
		if name == "" {
			continue
		}
		r := 0
		if list.Scheme == scheme {
			r++
		}
		if edition != 0 && list.Edition == edition {
			r += 2 * 10000
		} else {
			r += 2 * int(list.Edition) // the newest
		}
		if r > rank {
			best, rank = Found{name, code, list.Scheme, list.Edition}, r
		}
	}
	return best, rank >= 0
}

// magicNames begins the stored form of a list.
const magicNames = "briefing names 1\n"

// maxNames bounds what a stored list may unpack to.
const maxNames = 32 << 20

// Pack gives the names of a list in their stored form: lines of code, tab and
// name in the order of codes, deflated. The same names give the same bytes.
func (l List) Pack() ([]byte, error) {
	codes := make([]string, 0, len(l.Names))
	for c := range l.Names {
		codes = append(codes, c)
	}
	slices.SortFunc(codes, cmp.Compare)
	var out bytes.Buffer
	out.WriteString(magicNames)
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, &briefing.Error{Code: briefing.CodeInternal, Op: "pack names", Err: err}
	}
	for _, c := range codes {
		if _, err = io.WriteString(w, c+"\t"+oneLine(l.Names[c])+"\n"); err != nil {
			break
		}
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, &briefing.Error{Code: briefing.CodeInternal, Op: "pack names", Err: err}
	}
	return out.Bytes(), nil
}

// Unpack reads what Pack gave; CodeDamaged for anything else.
func Unpack(data []byte) (map[string]string, error) {
	packed, ok := bytes.CutPrefix(data, []byte(magicNames))
	if !ok {
		return nil, damaged(nil)
	}
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), maxNames+1))
	if err != nil || len(text) > maxNames {
		return nil, damaged(err)
	}
	names := make(map[string]string, bytes.Count(text, []byte("\n")))
	for line := range strings.Lines(string(text)) {
		code, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || code == "" || strings.Trim(code, "0123456789") != "" {
			return nil, damaged(nil)
		}
		names[code] = name
	}
	return names, nil
}

func damaged(err error) error {
	return &briefing.Error{Code: briefing.CodeDamaged, Op: "unpack names", Err: err}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Sources names the lists of a language, in their order, each once.
func (n *Names) Sources(l briefing.Lang) []string {
	var out []string
	if n == nil {
		return nil
	}
	for _, list := range n.lists {
		if s := (Found{Scheme: list.Scheme, Edition: list.Edition}).Of(); list.Lang == l && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}
