package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/govalues/decimal"
	"github.com/ncruces/go-sqlite3"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/store"
)

// twin is a set of figures and the same rows in a plain table; whatever is
// done is done to both. Numbers in the table are whole thousandths.
type twin struct {
	t   *testing.T
	set *figure.Set
	sql *sqlite3.Conn
	add *sqlite3.Stmt
}

func newTwin(t *testing.T) *twin {
	c, err := sqlite3.Open(":memory:")
	if err != nil {
		t.Fatal(err)
	}
	w := &twin{t: t, set: figure.NewSet(), sql: c}
	w.exec(`CREATE TABLE obs (flow TEXT, reporter TEXT, region TEXT, partner TEXT, province TEXT, code TEXT,
		classification TEXT, currency TEXT, basis TEXT, period TEXT, value INTEGER, weight INTEGER, import TEXT, line INTEGER, sample INTEGER)`)
	if w.add, _, err = c.Prepare(`INSERT INTO obs VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.add.Close(); c.Close() })
	return w
}

func (w *twin) exec(sql string) {
	w.t.Helper()
	if err := w.sql.Exec(sql); err != nil {
		w.t.Fatalf("%s: %v", sql, err)
	}
}

// anyRow is a row of few distinct attributes, so that groups meet; numbers
// have up to three decimals and both signs, or are absent. No code holds
// another: a plain table would add such goods twice.
func anyRow(r *rand.Rand) (o figure.Observation, value, weight any) {
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	number := func() (briefing.MaybeNumber, any) {
		scale := r.IntN(4)
		m := r.Int64N([...]int64{2, 1000, 1_000_000_000}[r.IntN(3)]) - r.Int64N(2)*500
		if r.IntN(9) == 0 {
			return briefing.MaybeNumber{}, nil
		}
		return briefing.Some(decimal.MustNew(m, scale)), m * [...]int64{1000, 100, 10, 1}[scale]
	}
	o = figure.Observation{
		Flow: figure.Flow(pick("export", "import", "re-import")), Reporter: pick("RU", "CN"), Region: pick("", "46000", "45000"),
		Partner: pick("CN", "RU", "W00"), Province: pick("", "SD"), Code: pick("01", "0201", "020230", "0304890000", "0303", figure.HiddenCode),
		Classification: pick("HS", "TNVED"), Currency: pick("USD", "CNY"), Basis: pick("", "FOB"),
		Period: briefing.Per(pick("2021", "2022", "2022-Q1", "2022-Q4", "2021-12", "2022-01", "2022-02")),
		Import: briefing.ID(pick("i1", "i2", "i3", "i4")), Line: r.IntN(1000), Sample: r.IntN(4) == 0,
	}
	o.Value, value = number()
	o.NetWeight, weight = number()
	return o, value, weight
}

func (w *twin) append(r *rand.Rand, n int) {
	w.t.Helper()
	more := figure.NewSet()
	for range n {
		o, value, weight := anyRow(r)
		to := w.set
		if n > 50 { // in one piece, as an import comes
			to = more
		}
		if err := to.Append(o); err != nil {
			w.t.Fatal(err)
		}
		sample := 0
		if o.Sample {
			sample = 1
		}
		for i, v := range []any{
			string(o.Flow), o.Reporter, o.Region, o.Partner, o.Province, o.Code, o.Classification, o.Currency, o.Basis,
			o.Period.String(), value, weight, string(o.Import), int64(o.Line), int64(sample),
		} {
			switch v := v.(type) {
			case nil:
				w.add.BindNull(i + 1)
			case string:
				w.add.BindText(i+1, v)
			case int64:
				w.add.BindInt64(i+1, v)
			}
		}
		if err := w.add.Exec(); err != nil {
			w.t.Fatal(err)
		}
	}
	w.set.AppendSet(more)
}

// The dimensions as a statement reads them from a row.
var inSQL = map[figure.Dimension]string{
	"year":    `substr(period, 1, 4)`,
	"quarter": `CASE length(period) WHEN 4 THEN '' ELSE substr(period, 1, 5) || 'Q' || iif(period LIKE '%Q%', substr(period, 7), (substr(period, 6) + 2) / 3) END`,
	"month":   `iif(length(period) = 7 AND period NOT LIKE '%Q%', period, '')`,
	"hs2":     `substr(code, 1, 2)`,
	"hs4":     `substr(code, 1, 4)`,
	"hs6":     `substr(code, 1, 6)`,
	"product": `code`, // none has a name instead
}

// anyQuestion makes a filter and the condition that says the same.
func anyQuestion(r *rand.Rand) (f figure.Filter, where string) {
	conditions := []string{"1"}
	maybe := func(set func(), sql string) {
		if r.IntN(4) == 0 {
			set()
			conditions = append(conditions, sql)
		}
	}
	maybe(func() { f.Flow = "export" }, `flow = 'export'`)
	maybe(func() { f.Reporter = "CN" }, `reporter = 'CN'`)
	maybe(func() { f.Partner = "RU" }, `partner = 'RU'`)
	maybe(func() { f.Region = "46000" }, `region = '46000'`)
	maybe(func() { f.Currency = "USD" }, `currency = 'USD'`)
	maybe(func() { f.Frequency = "M" }, `length(period) = 7 AND period NOT LIKE '%Q%'`)
	maybe(func() { f.Codes = []string{"02", figure.HiddenCode} }, `(code LIKE '02%' OR code = 'X')`)
	maybe(func() { f.From = briefing.Year(2022).Start() }, `period >= '2022'`)
	maybe(func() { f.Imports = []briefing.ID{"i2", "i3"} }, `import IN ('i2', 'i3')`)
	sample := true
	maybe(func() { f.Sample = &sample }, `sample = 1`)
	return f, strings.Join(conditions, " AND ")
}

// compare asks both the same and wants the same answer.
func (w *twin) compare(r *rand.Rand) {
	w.t.Helper()
	f, where := anyQuestion(r)
	dims := slices.DeleteFunc(figure.Dimensions(), func(d figure.Dimension) bool { return d == figure.ByGroup }) // rules, not a column
	r.Shuffle(len(dims), func(i, j int) { dims[i], dims[j] = dims[j], dims[i] })
	by := dims[:r.IntN(4)]
	groups, err := w.set.Aggregate(f, by)
	if err != nil {
		w.t.Fatal(err)
	}
	var got []string
	for _, g := range groups {
		line := fmt.Sprint(g.Keys, g.Split.Reporter, g.Split.Currency, g.Split.Basis, g.Split.Classification, g.Split.Frequency, g.Split.Area)
		got = append(got, fmt.Sprint(line, g.Rows, thousandths(g.Value), g.ValueRows, thousandths(g.Weight), g.WeightRows, g.HiddenRows, g.Sample))
	}
	keys := []string{`'['`}
	for i, d := range by {
		key, ok := inSQL[d]
		if !ok {
			key = string(d)
		}
		if i > 0 {
			keys = append(keys, `' '`)
		}
		keys = append(keys, key)
	}
	line := strings.Join(keys, " || ") + ` || ']'`
	frequency := `CASE length(period) WHEN 4 THEN 'A' ELSE iif(period LIKE '%Q%', 'Q', 'M') END`
	area := `CASE WHEN region = '' THEN '' WHEN region GLOB '*[^0-9]*' THEN 'place' ELSE 'region' END || iif(province = '', '', '+province')`
	s, _, err := w.sql.Prepare(`SELECT ` + line + `, reporter, currency, basis, classification, ` + frequency + `, ` + area + `,
		count(*), sum(value), count(value), sum(weight), count(weight), sum(code = 'X'), max(sample)
		FROM obs WHERE ` + where + ` GROUP BY 1, 2, 3, 4, 5, 6, 7`)
	if err != nil {
		w.t.Fatal(err)
	}
	defer s.Close()
	var want []string
	for s.Step() {
		split := s.ColumnText(1) + s.ColumnText(2) + s.ColumnText(3) + s.ColumnText(4) + s.ColumnText(5) + s.ColumnText(6)
		want = append(want, fmt.Sprint(s.ColumnText(0)+split, s.ColumnInt64(7), s.ColumnText(8), s.ColumnInt64(9), s.ColumnText(10),
			s.ColumnInt64(11), s.ColumnInt64(12), s.ColumnInt64(13) == 1))
	}
	if s.Err() != nil {
		w.t.Fatal(s.Err())
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		w.t.Fatalf("by %v where %s\n got %s\nwant %s", by, where, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

// thousandths is a sum as the table has it, empty when there is none.
func thousandths(n briefing.MaybeNumber) string {
	if !n.Valid {
		return ""
	}
	d := n.Decimal.Pad(3)
	sign := ""
	if d.Sign() < 0 {
		sign = "-"
	}
	return fmt.Sprint(sign, d.Coef())
}

// Whatever happens to a set of figures, it answers as a table of the same
// rows does.
func TestFiguresAnswerAsSQLDoes(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 77))
		w := newTwin(t)
		for range 30 {
			switch r.IntN(6) {
			case 0:
				w.append(r, 1+r.IntN(50))
			case 1:
				w.append(r, 51+r.IntN(800))
			case 2:
				id := fmt.Sprintf("i%d", 1+r.IntN(4))
				w.set = w.set.DropImport(briefing.ID(id))
				w.exec(`DELETE FROM obs WHERE import = '` + id + `'`)
			case 3:
				if r.IntN(3) == 0 {
					f, where := anyQuestion(r)
					w.set = w.set.Where(f)
					w.exec(`DELETE FROM obs WHERE NOT (` + where + `)`)
				}
			case 4:
				w.set = restored(t, w.set)
			case 5:
				before := w.set.Len()
				o, _, _ := anyRow(r)
				o.NetWeight = briefing.SomeNum("9223372036854775808")
				if err := w.set.Append(o); briefing.CodeOf(err) != briefing.CodeOverflow || w.set.Len() != before {
					t.Fatal("64 bits were taken:", err)
				}
			}
			w.compare(r)
		}
	}
}

// restored gives what comes back of the set's stored form.
func restored(t *testing.T, s *figure.Set) *figure.Set {
	t.Helper()
	var parts []*figure.Set
	for _, data := range s.Segments() {
		p, err := figure.DecodeSegment(data)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, p)
	}
	return figure.Join(parts)
}

// A segment whose bytes are others than those written is refused, also when
// the pages around it have been made sound again.
func TestAFlippedByteOfASegmentIsRefused(t *testing.T) {
	o := world(t)
	path := filepath.Join(t.TempDir(), "a.briefing")
	if err := store.WriteNew(path, &project.Project{Figures: figures(t, 3000, "i1", "i2")}, o); err != nil {
		t.Fatal(err)
	}
	good := []byte(bytesOf(t, path))
	r := rand.New(rand.NewPCG(5, 9))
	for range 30 {
		at := 1 + r.IntN(2000)
		bad := edited(t, good, fmt.Sprintf(`UPDATE figures_data SET data = CAST(
			substr(data, 1, %[1]d) || iif(substr(data, %[1]d + 1, 1) = x'%[2]x', x'00', x'%[2]x') || substr(data, %[1]d + 2) AS BLOB)
			WHERE id = %[3]d AND length(data) > %[1]d`, at, []byte{byte(1 + r.IntN(255))}, 1+r.IntN(2)))
		if string(bad) == string(good) {
			t.Fatal("nothing was flipped")
		}
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, m := range []store.Mode{store.ReadOnly, store.ReadWrite} {
			_, err := store.Open(path, m, o)
			if briefing.CodeOf(err) != briefing.CodeDamaged || !strings.Contains(fmt.Sprint(err), "checksum") {
				t.Fatalf("byte %d: %v", at, err)
			}
		}
	}
}

// Packing is shared between processors; what is written does not tell.
func TestManySegmentsComeBackInOrderAndTheSameBytes(t *testing.T) {
	o, dir := world(t), t.TempDir()
	s := figures(t, 5*figure.BlockRows/2, "i1", "i2")
	var files []string
	for _, name := range []string{"a.briefing", "b.briefing"} {
		path := filepath.Join(dir, name)
		if err := store.WriteNew(path, &project.Project{Figures: s}, o); err != nil {
			t.Fatal(err)
		}
		files = append(files, bytesOf(t, path))
	}
	if files[0] != files[1] {
		t.Error("the same project gave other bytes")
	}
	f := open(t, filepath.Join(dir, "a.briefing"), store.ReadOnly, o)
	defer closed(t, f)
	got := f.Project().Figures
	if got.Len() != s.Len() {
		t.Fatalf("%d rows, want %d", got.Len(), s.Len())
	}
	for i := 0; i < s.Len(); i += 97 {
		if got.At(i) != s.At(i) {
			t.Fatalf("row %d: %+v, want %+v", i, got.At(i), s.At(i))
		}
	}
}
