package xlsx_test

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"briefing/internal/export/xlsx"
)

// A value with a comma is offered as one value, and a list longer than a rule
// can hold is offered whole; columns with the same list share it.
func TestFormOffersWholeLists(t *testing.T) {
	commas := []string{"да, полностью", "нет, не сейчас", `"в кавычках"`}
	var long []string
	for i := range 200 {
		long = append(long, "значение "+strconv.Itoa(i))
	}
	form := xlsx.Form{Lists: "Списки", Sheets: []xlsx.FormSheet{
		{Name: "Лист", Columns: []xlsx.FormColumn{{Head: "А", Options: commas}, {Head: "Б", Options: long, Hint: "подсказка"}, {Head: "В"}, {Head: "Г", Options: commas}}},
		{Name: "Второй", Columns: []xlsx.FormColumn{{Head: "Д", Options: long}}},
	}}
	var out bytes.Buffer
	if err := xlsx.WriteForm(&out, form); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	columns, err := f.GetCols("Списки")
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range columns {
		columns[i] = slices.DeleteFunc(c, func(s string) bool { return s == "" })
	}
	if len(columns) != 2 || !slices.Equal(columns[0], append([]string{"А"}, commas...)) || !slices.Equal(columns[1], append([]string{"Б"}, long...)) {
		t.Errorf("lists %q", columns)
	}
	want := map[string]map[string]string{
		"Лист":   {"A3:A2000": "'Списки'!$A$2:$A$4", "B3:B2000": "'Списки'!$B$2:$B$201", "D3:D2000": "'Списки'!$A$2:$A$4"},
		"Второй": {"A3:A2000": "'Списки'!$B$2:$B$201"},
	}
	for sheet, ranges := range want {
		rules, err := f.GetDataValidations(sheet)
		if err != nil || len(rules) != len(ranges) {
			t.Errorf("%s has %d rules, %v", sheet, len(rules), err)
		}
		for _, r := range rules {
			if r.Formula1 != ranges[r.Sqref] || r.ShowErrorMessage {
				t.Errorf("%s %s: %s, want %s", sheet, r.Sqref, r.Formula1, ranges[r.Sqref])
			}
		}
	}
	if shown, err := f.GetSheetVisible("Списки"); shown || err != nil {
		t.Errorf("the lists are shown: %v, %v", shown, err)
	}
}

// A form is printed as it is filled in: on A4, in the width of the page, with its
// head on each.
func TestFormIsSetUpForPrinting(t *testing.T) {
	form := xlsx.Form{Title: "Шаблон", Page: "стр.", Sheets: []xlsx.FormSheet{
		{Name: "Показатели", About: "Впишите", Columns: []xlsx.FormColumn{{Head: "А"}, {Head: "Б"}}}, {Name: "Второй", Columns: []xlsx.FormColumn{{Head: "Д"}}},
	}}
	var out bytes.Buffer
	if err := xlsx.WriteForm(&out, form); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	for _, s := range form.Sheets {
		page, err := f.GetPageLayout(s.Name)
		if err != nil || *page.Size != 9 || *page.Orientation != "landscape" || *page.FitToWidth != 1 || *page.FitToHeight != 0 {
			t.Errorf("%s: %+v, %v", s.Name, page, err)
		}
		props, err := f.GetSheetProps(s.Name)
		if err != nil || !*props.FitToPage {
			t.Errorf("%s is not fitted to the page: %v", s.Name, err)
		}
		if !slices.ContainsFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool {
			return d.Scope == s.Name && d.Name == "_xlnm.Print_Titles" && d.RefersTo == "'"+s.Name+"'!$2:$2"
		}) {
			t.Errorf("%s does not repeat its head: %+v", s.Name, f.GetDefinedName())
		}
		if h, err := f.GetHeaderFooter(s.Name); err != nil || h.OddFooter != "&LШаблон&Rстр. &P / &N" {
			t.Errorf("%s: %+v, %v", s.Name, h, err)
		}
	}
}
