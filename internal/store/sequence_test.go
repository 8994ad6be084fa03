package store_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// TestUndoAndRedoFollowAModel makes random sequences of actions, undo, redo,
// reverting, reopening and typing: imports and what is dropped of them, attachments,
// versions, deletions of twenty records, find and replace. After each step the
// project is what a model says that knows no journal; in the end everything is
// undone, and the canonical export (File.Dump) is that of the start, byte for
// byte.
//
// Fifty sequences share a file, each begins where the one before it has
// come back to. BRIEFING_SEQUENCES sets their number, BRIEFING_FIRST_SEQUENCE
// the first (that of its file, to see a failure again); BRIEFING_SOAK makes
// them 10 000.
func TestUndoAndRedoFollowAModel(t *testing.T) {
	number := 300
	if os.Getenv("BRIEFING_SOAK") != "" {
		number = 10_000
	}
	if n, err := strconv.Atoi(os.Getenv("BRIEFING_SEQUENCES")); err == nil {
		number = n
	}
	if testing.Short() {
		number = min(number, 50)
	}
	first, _ := strconv.Atoi(os.Getenv("BRIEFING_FIRST_SEQUENCE"))
	// Nothing here is about a disk: the harnesses of crashes are.
	defer store.Durably(`PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF`)()
	const share = 50
	t.Run("files", func(t *testing.T) {
		for from := first; from < first+number; from += share {
			t.Run(strconv.Itoa(from), func(t *testing.T) {
				t.Parallel()
				q := newSequences(t)
				for seed := from; seed < min(from+share, first+number) && !t.Failed(); seed++ {
					q.run(uint64(seed))
				}
				q.end()
			})
		}
	})
}

// sequences is the file that they share.
type sequences struct {
	t     *testing.T
	o     store.Options
	path  string
	f     *store.File
	start []byte // the canonical export
	scans []string

	r       *rand.Rand
	states  []mirror // that the actions led to, for undo and redo
	at      int
	after   map[int64]mirror // the state after an action, for reverting
	imports int
	rows    int
}

func newSequences(t *testing.T) *sequences {
	q := &sequences{t: t, o: world(t), imports: 2, rows: 1000}
	p := &project.Project{Figures: figures(t, 40, "import-1", "import-2")}
	for _, d := range briefing.Descriptions() {
		for n := range 2 {
			p.Put(full(t, d, n))
		}
	}
	q.path, q.f = create(t, p, q.o)
	for i := range 3 {
		scan := filepath.Join(t.TempDir(), fmt.Sprintf("скан-%d.pdf", i))
		if err := os.WriteFile(scan, bytes.Repeat([]byte{byte(i + 1)}, 5000*(i+1)), 0o600); err != nil {
			t.Fatal(err)
		}
		q.scans = append(q.scans, scan)
	}
	q.start, q.states = q.dump(), []mirror{mirrorOf(q.f.Project())}
	return q
}

func (q *sequences) dump() []byte {
	q.t.Helper()
	data, err := q.f.Dump()
	if err != nil {
		q.t.Fatal(err)
	}
	return data
}

func (q *sequences) reopen() {
	closed(q.t, q.f)
	q.f = open(q.t, q.path, store.ReadWrite, q.o)
}

// end judges the file after its last sequence.
func (q *sequences) end() {
	if err := q.f.Verify(q.t.Context()); err != nil {
		q.t.Error(err)
	}
	q.reopen()
	if !bytes.Equal(q.dump(), q.start) {
		q.t.Error("closing has changed something")
	}
	closed(q.t, q.f)
}

func (q *sequences) run(seed uint64) {
	q.r = rand.New(rand.NewPCG(seed, 4))
	q.after = map[int64]mirror{q.f.Last(): q.states[0]} // what the sequence before has done can still be done again
	for step := range 8 + q.r.IntN(20) {
		what := q.step()
		if got, want := shows(q.f.Project()), q.states[q.at].String(); got != want {
			q.t.Errorf("sequence %d, step %d, %s: not what the model says", seed, step, what)
			sameText(q.t, got, want)
			return
		}
		_, undo := q.f.NextUndo()
		_, redo := q.f.NextRedo()
		if undo != (q.at > 0) || redo != (q.at < len(q.states)-1) {
			q.t.Errorf("sequence %d, step %d, %s: offered undo %v, redo %v at %d of %d", seed, step, what, undo, redo, q.at, len(q.states))
			return
		}
	}
	for ; q.at > 0; q.at-- {
		if _, err := q.f.Undo("Анна"); err != nil {
			q.t.Fatalf("sequence %d: %v", seed, err)
		}
	}
	if !bytes.Equal(q.dump(), q.start) {
		q.t.Errorf("sequence %d: undoing all does not give the export of the start", seed)
		sameText(q.t, string(q.dump()), string(q.start))
	}
}

// step does one thing of the user's and makes the model follow.
func (q *sequences) step() string {
	switch n := q.r.IntN(200); {
	case n < 55:
		q.turn("undo", q.f.Undo, q.at > 0, -1)
		return "undo"
	case n < 90:
		q.turn("redo", q.f.Redo, q.at < len(q.states)-1, +1)
		return "redo"
	case n == 90 && q.r.IntN(4) == 0:
		q.reopen()
		return "reopen"
	case n < 95:
		q.revert()
		return "revert"
	case n < 120:
		return q.typing()
	default:
		name, changes := q.action()
		q.commit(name, changes)
		return name
	}
}

func (q *sequences) turn(name string, do func(string) (store.Step, error), can bool, by int) {
	_, err := do("Анна")
	switch {
	case !can && briefing.CodeOf(err) != briefing.CodeNothing:
		q.t.Errorf("%s with nothing there: %v", name, err)
	case can && err != nil:
		q.t.Errorf("%s: %v", name, err)
	case can:
		q.at += by
		q.after[q.f.Last()] = q.states[q.at]
	}
}

// revert goes back to the state after some action; names of states stay.
func (q *sequences) revert() {
	actions := make([]int64, 0, len(q.after))
	for a := range q.after {
		actions = append(actions, a)
	}
	slices.Sort(actions)
	action := actions[q.r.IntN(len(actions))]
	to := q.after[action].clone()
	to.records[briefing.KindVersion] = q.states[q.at].records[briefing.KindVersion]
	if err := q.f.Revert(action, "revert", "Анна"); err != nil {
		q.t.Error(err)
	}
	q.follow(to)
}

func (q *sequences) follow(to mirror) {
	q.states = append(q.states[:q.at+1], to)
	q.at++
	q.after[q.f.Last()] = to
}

func (q *sequences) commit(name string, changes []store.Change) {
	last := q.f.Last()
	err := q.f.Commit(name, "Анна", changes)
	to, changed, refused := q.states[q.at].apply(q.t, changes)
	switch {
	case refused && briefing.CodeOf(err) != briefing.CodeNoRecord || !refused && err != nil:
		q.t.Errorf("%s: %v", name, err)
	case changed != (q.f.Last() > last):
		q.t.Errorf("%s: changed %v, action %d after %d", name, changed, q.f.Last(), last)
	case changed:
		q.follow(to)
	}
}

// action is one action of the user, as the window or the command line makes it.
func (q *sequences) action() (name string, changes []store.Change) {
	kinds := briefing.Descriptions()
	switch q.r.IntN(16) {
	case 0:
		return "import", q.importing()
	case 1:
		return "drop import", []store.Change{{DropImport: q.anImport()}}
	case 2:
		a := &briefing.Attachment{ID: briefing.ID(fmt.Sprint("attachment-", q.r.IntN(4))), File: "скан.pdf"}
		return "attach", []store.Change{{Put: a, Attach: q.scans[q.r.IntN(len(q.scans))]}}
	case 3:
		v := &briefing.Version{ID: briefing.ID(fmt.Sprint("version-", q.r.IntN(9))), Name: "перед согласованием", Action: int(q.f.Last())}
		return "version", []store.Change{{Put: v}}
	case 4:
		return "delete twenty", q.deleting(20)
	case 5:
		return "replace", q.replacing()
	}
	for range 1 + q.r.IntN(3) {
		changes = append(changes, anyChange(q.t, q.r, kinds[q.r.IntN(len(kinds))]))
	}
	return "edit", changes
}

func (q *sequences) anImport() briefing.ID {
	return briefing.ID(fmt.Sprint("import-", 1+q.r.IntN(q.imports)))
}

// importing adds figures with the record of their import, or more rows to one
// that is there.
func (q *sequences) importing() []store.Change {
	q.imports = 3 + q.imports%7
	id := briefing.ID(fmt.Sprint("import-", q.imports))
	if q.r.IntN(3) == 0 {
		id = q.anImport()
	}
	n := 1 + q.r.IntN(6)
	q.rows += n
	return []store.Change{{Put: &briefing.Import{ID: id, File: "выгрузка.csv"}}, {AddFigures: freshFigures(q.t, n, id, q.rows)}}
}

// deleting takes up to n records of any kinds away.
func (q *sequences) deleting(n int) (changes []store.Change) {
	var all []briefing.Ref
	for _, d := range briefing.Descriptions() {
		if d.Kind == briefing.KindPack {
			continue
		}
		for _, r := range q.states[q.at].records[d.Kind] {
			all = append(all, briefing.Ref{Kind: d.Kind, ID: r.id})
		}
	}
	q.r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for _, ref := range all[:min(n, len(all))] {
		changes = append(changes, store.Change{Remove: ref})
	}
	return changes
}

// replacing puts one word in the place of another in every text of the project.
func (q *sequences) replacing() (changes []store.Change) {
	words := []string{"поле", "строка", "вторая", "ряд", "山东", "济南", "a", ""}
	from, to := words[q.r.IntN(len(words)-1)], words[q.r.IntN(len(words))]
	replace := func(fields []briefing.Field, row any) (n int) {
		for _, f := range fields {
			if old := f.Get(row); (f.Type == briefing.LineField || f.Type == briefing.ProseField) && strings.Contains(old, from) {
				if err := f.Set(row, strings.ReplaceAll(old, from, to)); err != nil {
					q.t.Fatal(err)
				}
				n++
			}
		}
		return n
	}
	for _, d := range briefing.Descriptions() {
		for _, r := range q.f.Project().Records(d.Kind) {
			c := d.Copy(r)
			n := replace(d.Fields, c)
			for _, l := range d.Lists {
				for i := range l.Len(c) {
					n += replace(l.Fields, l.At(c, i))
				}
			}
			if n > 0 {
				changes = append(changes, store.Change{Put: c})
			}
		}
	}
	return changes
}

// typing types into one field of a record with pauses, each of which keeps what
// is there; now and then something else comes between, or the text is again
// what it was. The pauses are one action, of which nothing is left when the text
// is what it was before.
func (q *sequences) typing() string {
	kinds := briefing.Descriptions()
	d := kinds[q.r.IntN(len(kinds))]
	list := q.f.Project().Records(d.Kind)
	field := d.Fields[q.r.IntN(len(d.Fields))]
	if len(list) == 0 || field.Type != briefing.LineField && field.Type != briefing.ProseField {
		return "no typing"
	}
	r := d.Copy(list[q.r.IntN(len(list))])
	row := any(r)
	if len(d.Lists) > 0 && d.Lists[0].Len(r) > 0 && q.r.IntN(2) == 0 { // in a row of a list
		fields := d.Lists[0].Fields
		row, field = d.Lists[0].At(r, q.r.IntN(d.Lists[0].Len(r))), fields[q.r.IntN(len(fields))]
		if field.Type != briefing.LineField && field.Type != briefing.ProseField {
			return "no typing"
		}
	}
	between := briefing.Ref{Kind: briefing.KindCommodity, ID: "between"}
	begin := field.Get(row) // what stood there before the run
	kept := begin
	var run int64 // the action that the next pause may join
	by := ""
	for range 1 + q.r.IntN(6) {
		text := []string{"", begin, begin + "ё", "Набрано", "Набрано дальше", "山东省"}[q.r.IntN(6)]
		if err := field.Set(row, text); err != nil {
			q.t.Fatal(err)
		}
		who := "Анна"
		if q.r.IntN(12) == 0 {
			who = "Пётр"
		}
		switch n := q.r.IntN(100); {
		case n < 8 && r.Ref() != between: // something else comes, which ends the run
			q.commit("edit", []store.Change{{Put: &briefing.Commodity{ID: between.ID, Code: strconv.Itoa(q.r.IntN(1000))}}})
		case n == 8:
			q.reopen()
		}
		last, before := q.f.Last(), q.states[q.at]
		number, err := q.f.Extend(run, "edit", who, r)
		if err != nil {
			q.t.Fatal(err)
		}
		to, changed, _ := before.apply(q.t, []store.Change{{Put: r}})
		joins := run != 0 && run == last && who == by
		switch {
		case !changed:
			if number != 0 || q.f.Last() != last {
				q.t.Errorf("nothing was typed, and action %d after %d", number, last)
			}
			continue
		case joins && text == begin: // as if nothing had been typed
			q.states = q.states[:q.at]
			q.at--
			delete(q.after, last)
			q.after[q.f.Last()] = q.states[q.at]
			if number != 0 {
				q.t.Errorf("action %d is left of nothing", number)
			}
		case joins:
			q.states[q.at] = to
			delete(q.after, last)
			q.after[q.f.Last()] = to
		default:
			q.follow(to)
			begin = kept
		}
		if q.f.Last() <= last {
			q.t.Errorf("action %d after %d: a publication would not see it", q.f.Last(), last)
		}
		run, by, kept = number, who, text
	}
	return "typing"
}
