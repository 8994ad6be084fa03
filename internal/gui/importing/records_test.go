package importing_test

import (
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
	"briefing/internal/project"
)

const peopleHead = "id,name_ru,rank,country,posts.title_ru\n"

// What a sheet changes in records is shown field by field before it is stored;
// a sheet that changes nothing says so.
func TestChangesOfRecordsAreShownBeforeTheyAreStored(t *testing.T) {
	for name, c := range map[string]struct {
		l    briefing.Lang
		set  theme.Set
		w, h float32
	}{"ru": {briefing.RU, theme.Light, 1280, 800}, "en-small": {briefing.EN, theme.Dark, 900, 600}, "zh": {briefing.ZH, theme.Light, 1440, 900}} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, c.set, c.l, desktest.Example(t), c.w, c.h)
			d.Put(kit.NewText("", kit.Body, theme.Ink))
			text := func(key string) string { return lang.T(c.l, "gui."+key) }
			store, _, _ := strings.Cut(lang.T(c.l, "gui.importing.store", "|"), "|")
			store = strings.TrimRight(store, " :：")
			first := peopleHead + "p-1,Иванов Иван,1,RU,директор\np-2,Петров Пётр,2,CN,посол\n"
			importing.Show(d, write(t, "people.csv", first))
			d.press(t, text("importing.next"))
			d.press(t, store)
			d.press(t, text("importing.done"))
			importing.Show(d, write(t, "again.csv", first+"\n"))
			d.press(t, text("importing.next"))
			d.Wants(t, text("importing.unchanged"))
			d.press(t, text("importing.done"))
			importing.Show(d, write(t, "edited.csv", strings.Replace(first, ",1,RU,", ",1,KZ,", 1)+"p-3,Сидоров Сидор,3,RU,советник\n"))
			d.press(t, text("importing.next"))
			d.Wants(t, text("importreport.records"))
			d.Picture(t, "import-records-"+name)
			table := desktest.Find(t, d.Top(), func(tab *kit.DataTable) bool {
				return strings.HasPrefix(tab.TSV(kit.Range{}), text("importreport.records.changed"))
			})
			lines := strings.Split(strings.TrimSpace(table.TSV(kit.Range{Bottom: 1, Right: 5})), "\n")
			if len(lines) != 2 || !strings.HasSuffix(lines[0], lang.Country(c.l, "RU")+"\t"+lang.Country(c.l, "KZ")) || !strings.Contains(lines[1], "Сидоров") {
				t.Errorf("changes %q", lines)
			}
			if d.can(t, store) {
				t.Error("records are overwritten without asking")
			}
			desktest.Find(t, d.Top(), func(*kit.RadioGroup) bool { return true }).OnSelect(string(app.Replace))
			button := d.named(t, store)
			if !strings.Contains(button.Text, "2") {
				t.Errorf("the button says %q", button.Text)
			}
			d.press(t, store)
			d.Opened.Read(func(p *project.Project) {
				r, ok := p.Find(briefing.Ref{Kind: briefing.KindPerson, ID: "p-1"}).(*briefing.Person)
				if !ok || r.Country != "KZ" {
					t.Errorf("stored %+v", r)
				}
			})
		})
	}
}
