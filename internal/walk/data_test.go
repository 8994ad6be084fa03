package walk_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/cli"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

func TestEveryFieldIsKeptInTheFile(t *testing.T) {
	w := newWorld(t)
	p, err := app.Open(w.World, w.project.Path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	walk(t, nil, func(f place) string {
		r, err := p.Get(f.ref())
		if err != nil {
			return err.Error()
		}
		if got := f.get(t, r); got != f.value(0) {
			return fmt.Sprintf("%q became %q", f.value(0), got)
		}
		return ""
	})
}

// changed makes every field of every record x another one, each kind in one
// action, and gives the last action before that.
func changed(t *testing.T, w *world) (before int64) {
	t.Helper()
	acts, err := w.project.Acts(briefing.RU, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range briefing.Descriptions() {
		if err := w.project.Put(filled(t, d, 1)); err != nil {
			t.Fatal(err)
		}
	}
	return acts[0].Action
}

// told tells whether a change of the field is among those that are told.
func told(fields []app.Field, p place) string {
	if p.value(0) == p.value(1) {
		return "" // a field of one option can't be changed into another
	}
	was, is := storedOrShown(p, 0), storedOrShown(p, 1)
	for _, f := range fields {
		if f.Label == p.label() && f.Old == was && f.New == is {
			return ""
		}
	}
	return fmt.Sprintf("its change from %q to %q is not told", was, is)
}

func storedOrShown(p place, i int) string { return lang.FieldValue(briefing.RU, p.field, p.value(i)) }

func TestEveryFieldIsInTheHistoryOfItsRecord(t *testing.T) {
	w := newWorld(t)
	changed(t, w)
	history := map[briefing.Ref][]app.Was{}
	walk(t, nil, func(f place) string {
		if _, ok := history[f.ref()]; !ok {
			list, err := w.project.History(f.ref(), briefing.RU)
			if err != nil {
				t.Fatal(err)
			}
			history[f.ref()] = list
		}
		if len(history[f.ref()]) == 0 {
			return "the record has no history"
		}
		return told(history[f.ref()][0].Fields, f)
	})
}

func TestEveryFieldIsInTheJournal(t *testing.T) {
	w := newWorld(t)
	changed(t, w)
	entries, err := w.project.Journal(0)
	if err != nil {
		t.Fatal(err)
	}
	walk(t, nil, func(f place) string {
		for _, e := range entries {
			if e.Kind == f.desc.Kind && e.Record == f.ref().ID && e.List == f.list && e.Field == f.field.Key && e.Old == f.value(0) && e.New == f.value(1) {
				return ""
			}
		}
		if f.value(0) == f.value(1) {
			return ""
		}
		return "its change is not in the journal"
	})
}

// desk are the kinds of the work itself, which are no part of what is compared.
func desk(why string, more exceptions) exceptions {
	out := exceptions{}
	for _, d := range briefing.Descriptions() {
		if d.Desk {
			out[string(d.Kind)] = why
		}
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

func TestEveryFieldIsInTheComparison(t *testing.T) {
	w := newWorld(t)
	other := filepath.Join(w.dir, "before.briefing")
	if err := w.project.SaveCopy(other); err != nil {
		t.Fatal(err)
	}
	before := changed(t, w)
	ways := map[string]func() ([]app.Difference, int, int, error){
		"of states":    func() ([]app.Difference, int, int, error) { return w.project.Compare(before, briefing.RU) },
		"of two files": func() ([]app.Difference, int, int, error) { return w.project.CompareFile(other, briefing.RU) },
	}
	for name, compare := range ways {
		t.Run(name, func(t *testing.T) {
			list, _, _, err := compare()
			if err != nil {
				t.Fatal(err)
			}
			walk(t, desk("a record of the work, not of what is prepared", nil), func(f place) string {
				i := slices.IndexFunc(list, func(d app.Difference) bool { return d.Ref == f.ref() })
				if i < 0 {
					return "its record is not compared"
				}
				return told(list[i].Fields, f)
			})
		})
	}
}

func TestEveryFieldIsInTheCopyHandedOver(t *testing.T) {
	w := newWorld(t)
	for _, a := range briefing.Audiences() {
		t.Run(a.String(), func(t *testing.T) {
			path := filepath.Join(w.dir, a.String()+".briefing")
			if err := w.project.HandOver(path, a); err != nil {
				t.Fatal(err)
			}
			p, err := app.Open(w.World, path, false)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = p.Close() }()
			except := exceptions{"version": "speaks of the history, which stays behind", "typed": "speaks of the history, which stays behind"}
			if a != briefing.Compiler {
				except["nomenclature"] = "names of goods go to everybody, with how they came"
				delete(except, "version") // its fields are the compiler's, and it is not there
				delete(except, "typed")
				for _, l := range briefing.Langs() {
					except["message.title_"+string(l)] = "the title of a thesis is for the lists of the house; no pack prints it"
					if a != briefing.Partner {
						except["message.answer_"+string(l)] = "only a question has an answer that is printed"
					}
				}
			}
			if a == briefing.Partner {
				for _, kind := range []string{"event", "agreement", "facility", "fact", "message"} {
					except[kind+".use"] = "the other side is not told it; in its copy all may be said"
				}
				except["source.kind"] = "the other side is not told it; without one its copy would keep what stands on the source from its pack"
				except["import.sample"] = "no row is of this import, so that it stays behind"
			}
			walk(t, except, func(f place) string {
				r, err := p.Get(f.ref())
				got, want := "", ""
				if err == nil {
					got = f.get(t, r)
				}
				if f.field.For&a != 0 {
					want = f.value(0)
				}
				if got != want {
					return fmt.Sprintf("%q, want %q (%v)", got, want, err)
				}
				return ""
			})
		})
	}
}

func TestEveryFieldIsListedAsJSON(t *testing.T) {
	w := newWorld(t)
	if err := w.project.Save(); err != nil {
		t.Fatal(err)
	}
	names := map[briefing.Kind]string{
		briefing.KindPack: "pack", briefing.KindSource: "sources", briefing.KindEvent: "events", briefing.KindPerson: "people",
		briefing.KindOrganisation: "organisations", briefing.KindAgreement: "agreements", briefing.KindFacility: "facilities",
		briefing.KindFact: "facts", briefing.KindSeries: "series", briefing.KindCommodity: "commodities", briefing.KindGroup: "groups",
		briefing.KindMessage: "messages", briefing.KindImport: "imports", briefing.KindVersion: "versions", briefing.KindTyped: "unread",
		briefing.KindAttachment: "attachments", briefing.KindNomenclature: "nomenclatures",
		briefing.KindAcceptance: "acceptances", briefing.KindTask: "tasks",
	}
	listed := map[briefing.Kind]map[string]any{}
	walk(t, nil, func(f place) string {
		r, ok := listed[f.desc.Kind]
		if !ok {
			var out, errs bytes.Buffer
			env := cli.System(nil)
			env.World, env.Lang, env.Out, env.Err = w.World, briefing.RU, &out, &errs
			env.Args = []string{"list", w.project.Path, names[f.desc.Kind], "--json"}
			if code := cli.Main(env); code != 0 {
				return fmt.Sprintf("exit %d: %s", code, errs.String())
			}
			var records []map[string]any
			if err := json.Unmarshal(out.Bytes(), &records); err != nil {
				return err.Error()
			}
			for _, x := range records {
				if x["id"] == string(f.ref().ID) {
					r = x
				}
			}
			listed[f.desc.Kind] = r
		}
		if f.list != "" {
			rows, _ := r[f.list].([]any)
			if len(rows) == 0 {
				return "the list has no rows"
			}
			r, _ = rows[0].(map[string]any)
		}
		if f.value(0) == "" {
			return ""
		}
		switch got := r[f.field.Key].(type) {
		case string:
			if got == f.value(0) {
				return ""
			}
		case bool:
			if got {
				return ""
			}
		case []any:
			if len(got) == 1 && got[0] == f.value(0) {
				return ""
			}
		}
		return fmt.Sprintf("%v is listed", r[f.field.Key])
	})
}

func TestEveryFieldIsInTheRegistersOfTheWorkbook(t *testing.T) {
	w := newWorld(t)
	s := w.project.Snapshot(moment(t), briefing.Compiler)
	book, err := pack.BuildBook(s, nil, pack.Options{Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	find := func(f place) (sheet *document.Table) {
		for i := range book.Sheets {
			if tab := &book.Sheets[i].Table; strings.HasPrefix(tab.ID, "R") && len(tab.Rows) > 0 && tab.Rows[0].Origin != nil && tab.Rows[0].Origin.Kind == f.desc.Kind {
				sheet = tab
			}
		}
		return sheet
	}
	walk(t, desk("a record of the work, which is never printed", nil), func(f place) string {
		sheet := find(f)
		if sheet == nil {
			return "its kind has no sheet"
		}
		col := slices.IndexFunc(sheet.Columns, func(c document.Column) bool { return c.Key == f.key() })
		row := slices.IndexFunc(sheet.Rows, func(r document.Row) bool { return *r.Origin == f.ref() })
		if f.value(0) == "" {
			return ""
		}
		if col < 0 || row < 0 {
			return fmt.Sprintf("column %d, row %d", col, row)
		}
		cell := sheet.Rows[row].Cells[col]
		got := cell.Text
		if cell.Number.Valid {
			got = cell.Number.Decimal.String()
		}
		if got != f.shown(f.value(0)) && got != f.value(0) {
			return fmt.Sprintf("%q stands there", got)
		}
		if !strings.Contains(sheet.Columns[col].Title, lang.Label(briefing.RU, f.desc.Kind, f.field.Label)) && !strings.Contains(sheet.Columns[col].Title, f.label()) {
			return fmt.Sprintf("under %q", sheet.Columns[col].Title)
		}
		return ""
	})
}

func TestWordsAreFoundToBeReplacedInEveryText(t *testing.T) {
	w := newWorld(t)
	list := w.project.FindToReplace(app.ReplaceOptions{Find: "слово", Put: "иное"}, briefing.RU)
	except := exceptions{
		"*enum": "no words", "*number": "no words", "*int": "no words", "*bool": "no words", "*period": "no words", "*stamp": "no words",
		"*clock": "no words", "*unit": "no words", "*ref": "no words", "*refs": "no words", "*language": "no words", "*country": "no words",
		"pack.file_name": "names of files written before stay the same", "pack.region": "a code", "pack.template": "a key", "pack.sections": "keys",
		"source.address": "an address that leads to the material", "commodity.code": "a code", "commodity.classification": "a key",
		"import.file": "the name the file came with", "import.hash": "a sum", "import.profile": "a key", "import.units": "keys",
		"import.by": "who did it", "import.dimensions": "keys",
		"message.original": "somebody's own words", "fact.original": "somebody's own words", "fact.claims.wording": "the source's own words",
		"fact.codes": "codes", "fact.region": "a code", "fact.chosen": "an identifier", "fact.formula": "names facts", "fact.claims.claim": "an identifier",
		"group.rule": "codes", "group.key": "a key", "group.classification": "a key",
		"version": "what was called so then", "typed": "what was typed, letter by letter", "nomenclature": "what a list of names came with",
		"attachment.file": "the name the file came with", "attachment.media": "a key", "attachment.hash": "a sum",
		"attachment.kind": "a key", "attachment.record": "an identifier", "attachment.by": "who did it",
		"acceptance": "what somebody answers for, as he put it then", "task.lack": "a key",
	}
	walk(t, except, func(f place) string {
		for _, r := range list {
			if r.Ref == f.ref() && r.List == f.list && r.Row == 0 && r.Key == f.field.Key {
				return ""
			}
		}
		return "its words are not found"
	})
	done, err := w.project.Replace(list)
	if err != nil || done != len(list) {
		t.Fatalf("%d of %d replaced: %v", done, len(list), err)
	}
	w.project.Read(func(pr *project.Project) {
		for _, f := range places() {
			r := pr.Find(f.ref())
			_, excepted := except.of(f)
			if got := f.get(t, r); !excepted && got != strings.Replace(f.value(0), "слово", "иное", 1) || excepted && got != f.value(0) {
				t.Errorf("%s: %q after the replacement", f, got)
			}
		}
	})
}
