package lang_test

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func missing(s string) bool { return strings.ContainsAny(s, "⟨⟩") || s == "" }

func TestEveryKindFieldAndOptionHasAName(t *testing.T) {
	for _, l := range briefing.Langs() {
		for _, d := range briefing.Descriptions() {
			for _, s := range []string{lang.KindName(l, d.Kind, false), lang.KindName(l, d.Kind, true), lang.KindCount(l, d.Kind, 5)} {
				if missing(s) {
					t.Errorf("%s: kind %s: %q", l, d.Kind, s)
				}
			}
			for _, f := range d.Fields {
				checkField(t, l, string(d.Kind), f, lang.Label(l, d.Kind, f.Label))
			}
			for _, list := range d.Lists {
				if s := lang.Label(l, d.Kind, list.Key); missing(s) {
					t.Errorf("%s: list %s of %s: %q", l, list.Key, d.Kind, s)
				}
				for _, f := range list.Fields {
					checkField(t, l, string(d.Kind)+"."+list.Key, f, lang.ListLabel(l, d.Kind, list.Key, f.Label))
				}
			}
		}
	}
}

func checkField(t *testing.T, l briefing.Lang, where string, f briefing.Field, label string) {
	t.Helper()
	if missing(label) {
		t.Errorf("%s: %s: label %q", l, where, label)
	}
	if s := lang.T(l, "label."+f.Label); missing(s) {
		t.Errorf("%s: %s: label %s has no common text, which errors need", l, where, f.Label)
	}
	for _, o := range f.Options {
		if s := lang.Enum(l, f.Group, o); missing(s) {
			t.Errorf("%s: %s: option %s of %s: %q", l, where, o, f.Group, s)
		}
	}
}

func TestEveryGroupOutsideTheRecordsHasNames(t *testing.T) {
	groups := map[string][]string{
		"form":      {"pack", "factsheet", "card", "qa", "addendum", "compiler", "workbook"},
		"flow":      {"export", "import", "re-export", "re-import"},
		"dimension": {"year", "quarter", "month", "flow", "reporter", "partner", "province", "region", "hs2", "hs4", "hs6", "code", "group", "classification", "currency", "basis"},
		"frequency": {"A", "S", "Q", "M", "D", "R"},
		"language":  {"ru", "en", "zh"},
		"precision": {"exact"},
	}
	for _, a := range briefing.Audiences() {
		groups["audience"] = append(groups["audience"], a.String())
	}
	for _, l := range briefing.Langs() {
		for group, options := range groups {
			for _, o := range options {
				if s := lang.Enum(l, group, o); missing(s) {
					t.Errorf("%s: %s", l, s)
				}
			}
		}
		for _, s := range briefing.ObsStatuses() {
			if m := s.Mark(); m != "" && missing(lang.T(l, "mark."+m)) {
				t.Errorf("%s: mark %s has no explanation", l, m)
			}
		}
		if s := lang.Enum(l, "status", ""); s != "" {
			t.Errorf("%s: the empty option is called %q", l, s)
		}
	}
}

func TestUnitsHaveNames(t *testing.T) {
	for _, l := range briefing.Langs() {
		for _, u := range briefing.Units() {
			if u == "" {
				continue
			}
			for _, s := range []string{lang.Unit(l, u), lang.UnitLong(l, u)} {
				if missing(s) || strings.Contains(s, "-") {
					t.Errorf("%s: unit %s is %q", l, u, s)
				}
			}
		}
	}
	for key, want := range map[[2]string]string{
		{"ru", "million-usd"}:         "млн долл. США",
		{"en", "million-usd"}:         "US$ million",
		{"zh", "million-usd"}:         "百万美元",
		{"ru", "thousand-t"}:          "тыс. т",
		{"en", "thousand-t-per-year"}: "thousand tonnes per year",
		{"ru", "usd-per-t"}:           "долл. США/т",
		{"en", "thousand-usd-per-t"}:  "US$ thousand per tonne",
		{"zh", "pp"}:                  "个百分点",
		{"ru", "furlong"}:             "furlong",
		{"ru", "million-furlong"}:     "млн furlong",
	} {
		if got := strings.ReplaceAll(lang.Unit(briefing.Lang(key[0]), briefing.Unit(key[1])), "\u00a0", " "); got != want {
			t.Errorf("%v: %q, want %q", key, got, want)
		}
	}
}

// codes reads the constants of briefing.Code from their source, so that a new
// code without its sentence fails here.
func codes(t *testing.T) []briefing.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../briefing/errors.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []briefing.Code
	ast.Inspect(file, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && fmt.Sprint(v.Type) == "Code" {
			s, _ := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
			out = append(out, briefing.Code(s))
		}
		return true
	})
	if len(out) < 30 {
		t.Fatalf("only %d codes read", len(out))
	}
	return out
}

func TestEveryErrorCodeHasItsOwnSentenceAndHint(t *testing.T) {
	for _, l := range briefing.Langs() {
		internal, _ := lang.Error(l, errors.New("x"))
		for _, c := range codes(t) {
			named, hint := lang.Error(l, &briefing.Error{Code: c, Path: "data.csv"})
			bare, _ := lang.Error(l, &briefing.Error{Code: c})
			if missing(named) || missing(hint) || missing(bare) || !strings.Contains(named, "data.csv") {
				t.Errorf("%s: %s: %q / %q / %q", l, c, named, bare, hint)
			}
			if c != briefing.CodeInternal && bare == internal {
				t.Errorf("%s: %s is told as an internal error", l, c)
			}
			if strings.Contains(named+bare+hint, "%!") {
				t.Errorf("%s: %s: %q", l, c, named+bare+hint)
			}
		}
	}
}

func TestErrorTellsTheUserWhatIsWrong(t *testing.T) {
	inner := &briefing.Error{Code: briefing.CodeNotFound, Path: "экспорт.csv"}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"nothing wrong":        {nil, ""},
		"unknown error":        {errors.New("boom"), "Внутренняя ошибка программы."},
		"cancelled by context": {fmt.Errorf("x: %w", context.Canceled), "Действие отменено."},
		"wrapped":              {fmt.Errorf("import: %w", inner), "Файл или папка не найдены: экспорт.csv."},
		"outer without a path": {&briefing.Error{Code: briefing.CodeDamaged, Err: inner}, "Файл повреждён: экспорт.csv."},
		"required field":       {&briefing.Error{Code: briefing.CodeRequired, Path: "title"}, "Не заполнено обязательное поле «Название»."},
		"field of a language":  {&briefing.Error{Code: briefing.CodeRequired, Path: "title_zh"}, "Не заполнено обязательное поле «Название»."},
		"field of a row":       {&briefing.Error{Code: briefing.CodeRequired, Path: "claims[2].value"}, "Не заполнено обязательное поле «Сведения источников, строка 2: Значение»."},
	} {
		if got, _ := lang.Error(briefing.RU, c.err); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestCountriesAreNamedAsTheClassifiersDo(t *testing.T) {
	for code, want := range map[string][3]string{
		"CN":  {"Китай", "China", "中国"},
		"TW":  {"Тайвань (Китай)", "Taiwan, China", "中国台湾"},
		"HK":  {"Гонконг", "Hong Kong, China", "中国香港"},
		"MO":  {"Макао", "Macao, China", "中国澳门"},
		"KR":  {"Республика Корея", "Republic of Korea", "韩国"},
		"CD":  {"Демократическая Республика Конго", "Democratic Republic of the Congo", "刚果（金）"},
		"DE":  {"Германия", "Germany", "德国"},
		"BR":  {"Бразилия", "Brazil", "巴西"},
		"W00": {"все страны", "all countries", "全球"},
		"QQ9": {"QQ9", "QQ9", "QQ9"},
		"":    {"", "", ""},
	} {
		for i, l := range briefing.Langs() {
			if got := lang.Country(l, code); got != want[i] {
				t.Errorf("%s in %s: %q, want %q", code, l, got, want[i])
			}
		}
	}
	for code, want := range map[string]string{"USD": "доллар США", "CNY": "китайский юань", "EGP": "египетский фунт", "XXQ": "XXQ"} {
		if got := lang.Currency(briefing.RU, code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func TestShortNames(t *testing.T) {
	person := func(country, ru, en, zh string) briefing.Person {
		return briefing.Person{Country: country, Name: briefing.Text{RU: ru, EN: en, ZH: zh}}
	}
	entered := person("RU", "Воробьёв Андрей Юрьевич", "", "")
	entered.ShortName.RU = "Воробьёв А. Ю. (по списку)"
	for name, c := range map[string]struct {
		p    briefing.Person
		want [3]string
	}{
		"Russian":           {person("RU", "Воробьёв Андрей Юрьевич", "Vorobyov Andrey Yuryevich", "沃罗比约夫"), [3]string{"Воробьёв А. Ю.", "A. Yu. Vorobyov", "沃罗比约夫"}},
		"Chinese":           {person("CN", "Си Цзиньпин", "Xi Jinping", "习近平"), [3]string{"Си Цзиньпин", "Xi Jinping", "习近平"}},
		"Chinese of Taiwan": {person("TW", "Чжоу Найсян", "Zhou Naixiang", "周乃翔"), [3]string{"Чжоу Найсян", "Zhou Naixiang", "周乃翔"}},
		"double given name": {person("FR", "Дюпон Жан-Клод", "Dupont Jean-Claude", ""), [3]string{"Дюпон Жан-Клод", "Dupont Jean-Claude", ""}},
		"given name leads":  {person("TR", "Мехмет Шимшек", "Mehmet Şimşek", ""), [3]string{"Мехмет Шимшек", "Mehmet Şimşek", ""}},
		"double name":       {person("BY", "Иванова Анна-Мария Петровна", "", ""), [3]string{"Иванова А.-М. П.", "", ""}},
		"four words":        {person("AZ", "Алиев Ильхам Гейдар оглы", "", ""), [3]string{"Алиев Ильхам Гейдар оглы", "", ""}},
		"initials already":  {person("RU", "Воробьёв А. Ю.", "", ""), [3]string{"Воробьёв А. Ю.", "", ""}},
		"no country":        {person("", "Путин Владимир", "", ""), [3]string{"Путин Владимир", "", ""}},
		"one word":          {person("ID", "Сухарто", "", ""), [3]string{"Сухарто", "", ""}},
		"entered by hand":   {entered, [3]string{"Воробьёв А. Ю. (по списку)", "", ""}},
	} {
		for i, l := range briefing.Langs() {
			if got := strings.ReplaceAll(lang.ShortName(l, c.p), "\u00a0", " "); got != c.want[i] {
				t.Errorf("%s in %s: %q, want %q", name, l, got, c.want[i])
			}
		}
	}
}

func TestTextsTakeArgumentsAndNeverFail(t *testing.T) {
	if got := lang.T(briefing.EN, "no.such.key", 1); got != "⟨no.such.key⟩" {
		t.Errorf("missing text shows as %q", got)
	}
	if got := lang.Plural(briefing.ZH, "no.such.key", 1); got != "⟨no.such.key⟩" {
		t.Errorf("missing plural shows as %q", got)
	}
	if got := lang.T("", "kind.fact"); got != "Факт" {
		t.Errorf("no language reads as Russian, got %q", got)
	}
	for n, want := range map[int]string{
		0: "0 источников", 1: "1 источник", 2: "2 источника", 4: "4 источника", 5: "5 источников", 11: "11 источников",
		12: "12 источников", 21: "21 источник", 22: "22 источника", 101: "101 источник", 111: "111 источников",
		1002: "1002 источника", 12345: "12\u202f345 источников", -2: "−2 источника",
	} {
		if got := strings.ReplaceAll(lang.KindCount(briefing.RU, briefing.KindSource, n), "\u00a0", " "); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "0 sources", 1: "1 source", 2: "2 sources", 12345: "12,345 sources"} {
		if got := strings.ReplaceAll(lang.KindCount(briefing.EN, briefing.KindSource, n), "\u00a0", " "); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
