package app_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
)

// months is a file of the customs statistics: two codes in each month of two
// years, the first of the value given in the last month.
func months(last string) string {
	var b strings.Builder
	b.WriteString(customs)
	for year := 2021; year <= 2022; year++ {
		for m := 1; m <= 12; m++ {
			value := "10000000"
			if year == 2022 && m == 12 {
				value = last
			}
			b.WriteString(customsRow(fmt.Sprintf("%02d/%d", m, year), "0207120000", value))
			b.WriteString(customsRow(fmt.Sprintf("%02d/%d", m, year), "0402100000", "1000000"))
		}
	}
	return b.String()
}

func offered(t *testing.T, p *app.Project) []app.Offer {
	t.Helper()
	offers, err := p.InsightOffers(figure.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return offers
}

// trading is a project with two years of months.
func trading(t *testing.T) *app.Project {
	t.Helper()
	p := open(t)
	mustTake(t, p, saved(t, "a.csv", months("11000000")), "")
	return p
}

func TestOffersAreTakenIntoThePackOnceAndTakenBack(t *testing.T) {
	p := trading(t)
	offers := offered(t, p)
	if len(offers) < 4 {
		t.Fatalf("%d offers", len(offers))
	}
	edited, err := offers[0].Edited(briefing.RU, strings.Replace(offers[0].Editable(briefing.RU), "составил", "достиг", 1))
	if err != nil {
		t.Fatal(err)
	}
	first := offers[0]
	first.Bound.RU = edited
	refs, err := p.TakeInsight(first, offers[1])
	if err != nil || len(refs) != 1 {
		t.Fatalf("%v, %v", refs, err)
	}
	if err := p.DropInsight(offers[2]); err != nil {
		t.Fatal(err)
	}
	left := offered(t, p)
	if len(left) != len(offers)-3 {
		t.Errorf("%d offers are left of %d", len(left), len(offers))
	}
	printed := texts(t, p, briefing.RU)
	for _, want := range []string{"экспорт Московской области в Китай (по 2 товарным группам) достиг 133", offers[1].Text.RU} {
		if !strings.Contains(printed, want) {
			t.Errorf("%q does not stand in\n%s", want, printed)
		}
	}
	if again := "Экспорт Московской области в Китай, 2 кода товаров, в 2022 году составил"; strings.Contains(printed, again) {
		t.Errorf("the amount is told twice:\n%s", printed)
	}
	// A later sentence about the same joins the same text.
	again, err := p.TakeInsight(left[0])
	if err != nil || len(again) != 1 || (again[0] != refs[0]) != (left[0].About != first.About) {
		t.Errorf("%v beside %v, %v", again, refs, err)
	}
	for range 3 {
		if _, err := p.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(offered(t, p)); n != len(offers) { // the dropped one too
		t.Errorf("after undo %d offers, want %d", n, len(offers))
	}
}

func TestADroppedOfferComesBackWhenTheDataChange(t *testing.T) {
	p := trading(t)
	offers := offered(t, p)
	for _, o := range offers {
		if err := p.DropInsight(o); err != nil {
			t.Fatal(err)
		}
	}
	if left := offered(t, p); len(left) != 0 {
		t.Fatalf("%d offers came back", len(left))
	}
	mustTake(t, p, saved(t, "b.csv", months("15000000")), app.Replace)
	if len(offered(t, p)) == 0 {
		t.Error("the data have changed, and nothing is offered")
	}
}

// What was dropped stays dropped when the project is opened again, and is no
// thing to be done.
func TestADroppedOfferStaysDroppedWhenTheProjectIsOpenedAgain(t *testing.T) {
	p := trading(t)
	offers, todo := offered(t, p), len(p.Standing(briefing.RU).Todo)
	if err := p.DropInsight(offers[0]); err != nil {
		t.Fatal(err)
	}
	if n := len(p.Standing(briefing.RU).Todo); n != todo {
		t.Errorf("%d things to be done, were %d", n, todo)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := app.Open(p.World, p.Path, true)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = again.Close() }()
	if n := len(offered(t, again)); n != len(offers)-1 {
		t.Errorf("%d offers, want %d", n, len(offers)-1)
	}
}

// A sentence whose figures stand in a row of a list is not offered once more.
func TestWhatARowOfAListHoldsIsNotOfferedAgain(t *testing.T) {
	p := trading(t)
	offers := offered(t, p)
	e := &briefing.Event{ID: "talks", Participants: []briefing.Participant{{Role: offers[0].Bound}}}
	if err := p.Put(e); err != nil {
		t.Fatal(err)
	}
	for _, o := range offered(t, p) {
		if o.Key == offers[0].Key && o.About == offers[0].About {
			t.Errorf("%q is offered again", o.Text.RU)
		}
	}
}

// texts are the words of the leader's pack outside its tables and charts.
func texts(t *testing.T, p *app.Project, l briefing.Lang) string {
	t.Helper()
	var out []string
	walk(built(t, p, l).Sections, func(b document.Block) {
		switch b := b.(type) {
		case document.Paragraph:
			line := ""
			for _, r := range b.Runs {
				line += r.Text
			}
			out = append(out, line)
		}
	})
	return strings.Join(out, "\n")
}

func built(t *testing.T, p *app.Project, l briefing.Lang) *document.Document {
	t.Helper()
	d, err := pack.Build(p.Snapshot(time.Time{}, briefing.Leader), nil, pack.Options{Lang: l})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func walk(sections []document.Section, fn func(document.Block)) {
	for _, s := range sections {
		var blocks func([]document.Block)
		blocks = func(list []document.Block) {
			for _, b := range list {
				if c, ok := b.(document.Columns); ok {
					blocks(c.Left)
					blocks(c.Right)
				}
				fn(b)
			}
		}
		blocks(s.Blocks)
	}
}

// seen is everything of the pack that shows the number of December 2022.
func seen(t *testing.T, p *app.Project) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, l := range briefing.Langs() {
		for i, s := range strings.Split(texts(t, p, l), "\n") {
			out[fmt.Sprintf("text %d %s", i, l)] = s
		}
	}
	walk(built(t, p, briefing.RU).Sections, func(b document.Block) {
		switch b := b.(type) {
		case document.Table:
			for _, row := range b.Rows {
				for i, c := range row.Cells {
					if c.Number.Valid {
						out["table "+row.Cells[0].Text+" "+b.Columns[i].Key] = c.Number.Decimal.String()
					}
				}
			}
		case document.Chart:
			for _, series := range b.Series {
				for i, point := range series.Points[:min(len(series.Points), len(b.Categories))] {
					out["chart "+b.Categories[i]+" "+b.Title+" "+series.Name] = point.Label
				}
			}
		}
	})
	return out
}

// One number of one imported row is changed, by the revised file. At once, and
// with nobody doing anything more, it is another one in the sentences that were
// taken in and in the one the pack writes itself, in all languages, in table and
// chart; and the sentence that the new number makes false is a blocking finding
// and something left to do.
func TestOneChangedNumberChangesWhateverShowsIt(t *testing.T) {
	p := trading(t)
	var take []app.Offer
	for _, o := range offered(t, p) {
		if o.About.Period == briefing.Year(2022) && (o.Key == "level" || o.Key == "drivers") {
			take = append(take, o)
		}
	}
	refs, err := p.TakeInsight(take...)
	if err != nil || len(take) != 2 || len(refs) != 1 {
		t.Fatalf("%d sentences in %v, %v", len(take), refs, err)
	}
	before, stood := seen(t, p), p.Standing(briefing.RU)

	var after map[string]string
	refreshes := 0
	p.Watch(func() { after, refreshes = seen(t, p), refreshes+1 })
	mustTake(t, p, saved(t, "b.csv", months("12000000")), app.Replace)
	if refreshes == 0 {
		t.Fatal("nothing was told of the change")
	}
	changed := func(part string) (n int) {
		for k, v := range before {
			if strings.HasPrefix(k, part) && after[k] != v {
				n++
			}
		}
		return n
	}
	for part, want := range map[string]int{
		"text": 6, "table дек. v2022": 1, "table дек. growth": 1, "table дек. v2021": 0, "table янв.": 0,
		"table Год v2022": 1, "table Год growth": 1, "table Год v2021": 0, "chart дек.": 1, "chart янв.": 0,
	} {
		if n := changed(part); n < want || want == 0 && n > 0 {
			t.Errorf("%s: %d are other than before, want %d", part, n, want)
		}
	}
	for _, l := range briefing.Langs() {
		if want := map[briefing.Lang]string{briefing.RU: "134\u00a0млн", briefing.EN: "US$134\u00a0million", briefing.ZH: "1.34亿美元"}[l]; !strings.Contains(texts(t, p, l), want) {
			t.Errorf("%s: no %q in\n%s", l, want, texts(t, p, l))
		}
	}

	mustTake(t, p, saved(t, "c.csv", months("2000000")), app.Replace) // growth has become a fall
	if got := texts(t, p, briefing.RU); strings.Contains(got, "вклад в прирост") {
		t.Errorf("a growth that is none is printed: %s", got)
	}
	now := p.Standing(briefing.RU)
	finding := func(s *app.Standing) bool {
		for _, f := range s.Findings {
			if f.Code == "check.34" && f.Ref == refs[0] && f.Severity == check.Blocking {
				return true
			}
		}
		return false
	}
	if finding(stood) || !finding(now) || now.Counts.Blocking != stood.Counts.Blocking+1 {
		t.Errorf("blocking findings: %d before, %d now", stood.Counts.Blocking, now.Counts.Blocking)
	}
	if len(now.Todo) <= len(stood.Todo) {
		t.Errorf("left to do: %d before, %d now", len(stood.Todo), len(now.Todo))
	}
}
