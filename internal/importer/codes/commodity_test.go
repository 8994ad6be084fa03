package codes_test

import (
	"testing"

	"briefing/internal/importer/codes"
)

func TestCommodityCodesAsTypedAndExported(t *testing.T) {
	code := func(s string) codes.Commodity { return codes.Commodity{Code: s} }
	padded := func(s string) codes.Commodity { return codes.Commodity{Code: s, Padded: true} }
	part := func(known string) codes.Commodity { return codes.Commodity{Hidden: true, Known: known} }
	hidden, total := codes.Commodity{Hidden: true}, codes.Commodity{Total: true}
	tests := map[string]struct {
		in   string
		want codes.Commodity
		why  string
	}{
		"ten digits":                               {"0207141000", code("0207141000"), ""},
		"blanks inside as in the printed list":     {"9404 29 100 0", code("9404291000"), ""},
		"no-break spaces":                          {"9404\u00a029\u202f100\u20090", code("9404291000"), ""},
		"points as in the printed HS":              {"0207.14", code("020714"), ""},
		"the list's name in front":                 {"ТНВЭД8419200000", code("8419200000"), ""},
		"the list's name with blanks":              {"ТН ВЭД ЕАЭС: 8419 20 000 0", code("8419200000"), ""},
		"the list's name in Latin letters":         {"TNVED8419200000", code("8419200000"), ""},
		"a Cyrillic letter in front":               {"С9404291000", code("9404291000"), ""},
		"the letter О for the zero":                {"О207141000", code("0207141000"), ""},
		"the Latin O for the zero":                 {"O207141000", code("0207141000"), ""},
		"a letter that may hide a digit":           {"З304990000", codes.Commodity{}, codes.NoCode},
		"a lost zero of ten digits":                {"207141000", padded("0207141000"), ""},
		"a lost zero of eight":                     {"2071410", padded("02071410"), ""},
		"a lost zero of six":                       {"20714", padded("020714"), ""},
		"a lost zero of four":                      {"207", padded("0207"), ""},
		"a lost zero of two":                       {"2", padded("02"), ""},
		"a code that went through a table program": {"207141000.0", padded("0207141000"), ""},
		"nothing is put before eight digits":       {"20714100", code("20714100"), ""},
		"a code in scientific notation":            {"2,07141E+09", codes.Commodity{}, codes.NoCode},
		"scientific with a point":                  {"2.07141E+09", codes.Commodity{}, codes.NoCode},
		"a hidden code":                            {"XXXXXXXXXX", hidden, ""},
		"a hidden code in Cyrillic letters":        {"ХХХХХХХХХХ", hidden, ""},
		"a hidden code in small letters":           {"xxxxxxxxxx", hidden, ""},
		"a partly hidden code":                     {"88XXXXXXXX", part("88"), ""},
		"a confidential code of the UN":            {"9999AA", part("9999"), ""},
		"a confidential code of a chapter":         {"01SSSS", part("01"), ""},
		"letters that differ":                      {"0207AB", codes.Commodity{}, codes.NoCode},
		"digits after the hidden ones":             {"88XXXX1000", codes.Commodity{}, codes.NoCode},
		"two codes joined by или":                  {"0207 или 0208", codes.Commodity{}, codes.SeveralCodes},
		"two codes joined by и":                    {"0207 и 0208", codes.Commodity{}, codes.SeveralCodes},
		"two codes joined by or":                   {"0207 or 0208", codes.Commodity{}, codes.SeveralCodes},
		"two codes joined by a stroke":             {"0207/0208", codes.Commodity{}, codes.SeveralCodes},
		"two codes in Chinese":                     {"0207或0208", codes.Commodity{}, codes.SeveralCodes},
		"a range":                                  {"0201-0208", codes.Commodity{}, codes.SeveralCodes},
		"a footnote's star behind a code":          {"1001*", code("1001"), ""},
		"three stars behind a code":                {"1001 99***", code("100199"), ""},
		"a footnote's number behind a code":        {"1001¹⁾", code("1001"), ""},
		"two stars: a footnote or digits":          {"1512**", code("1512"), codes.OpenStars},
		"one star in the place of a digit or not":  {"880230000*", padded("0880230000"), codes.OpenStars},
		"stars in the place of digits":             {"88********", part("88"), ""},
		"a number that lost zeros at both ends":    {"302.1", padded("030210"), ""},
		"a number that lost the zero at its end":   {"1001.9", code("100190"), ""},
		"eight digits that lost the last":          {"8703.231", code("87032310"), ""},
		"a number that lost the zero in front":     {"203.29", padded("020329"), ""},
		"thousands or a code":                      {"203.291", codes.Commodity{}, codes.NoCode},
		"the numbering of a list":                  {"2.1", codes.Commodity{}, codes.NoCode},
		"a chapter and a heading":                  {"02.07", code("0207"), ""},
		"a name behind a dash":                     {"1001 – Пшеница и меслин, кроме 1002", codes.Commodity{Code: "1001", Name: "Пшеница и меслин, кроме 1002"}, ""},
		"a name behind a blank":                    {"8703 Автомобили", codes.Commodity{Code: "8703", Name: "Автомобили"}, ""},
		"a name behind a code with blanks":         {"9404 29 100 0 Матрацы", codes.Commodity{Code: "9404291000", Name: "Матрацы"}, ""},
		"a name in brackets":                       {"1001 (пшеница)", codes.Commodity{Code: "1001", Name: "пшеница"}, ""},
		"a Chinese name":                           {"1001 小麦", codes.Commodity{Code: "1001", Name: "小麦"}, ""},
		"a name behind a code without its zero":    {"203 Свинина", codes.Commodity{Code: "0203", Name: "Свинина", Padded: true}, ""},
		"two codes with their names":               {"1001 Пшеница; 1002 Рожь", codes.Commodity{}, codes.SeveralCodes},
		"a range in words":                         {"0201 по 0208", codes.Commodity{}, codes.NoCode},
		"a name without a blank":                   {"1001Пшеница", codes.Commodity{}, codes.NoCode},
		"a total of a chapter":                     {"10 Итого по группе", codes.Commodity{}, codes.NoCode},
		"the number of a line":                     {"5 Мука", codes.Commodity{}, codes.NoCode},
		"all goods":                                {"TOTAL", total, ""},
		"all goods in Russian":                     {"Всего товаров", total, ""},
		"full-width digits":                        {"０２０７", code("0207"), ""},
		"eleven digits":                            {"02071410001", codes.Commodity{}, codes.NoCode},
		"chapter nought":                           {"0007141000", codes.Commodity{}, codes.NoCode},
		"a word":                                   {"мясо птицы", codes.Commodity{}, codes.NoCode},
		"nothing":                                  {"", codes.Commodity{}, codes.NoCode},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got, why := codes.ParseCommodity(tt.in, true); got != tt.want || why != tt.why {
				t.Errorf("%q: got %+v %q, want %+v %q", tt.in, got, why, tt.want, tt.why)
			}
		})
	}
}

// Codes of SITC keep their length and their points: nothing is put before
// them and nothing cut off.
func TestCodesOfOtherClassificationsAreLeftAlone(t *testing.T) {
	for in, want := range map[string]string{"012": "012", "00": "00", "7841": "7841", "001": "001"} {
		if got, why := codes.ParseCommodity(in, false); got.Code != want || got.Padded || why != "" {
			t.Errorf("%q: %+v %q", in, got, why)
		}
	}
}

func FuzzParseCommodity(f *testing.F) {
	for _, s := range []string{"0207", "88XX", "ТНВЭД 1", "О20", "１", "a.b", "2.0", "-"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, hs bool) {
		c, why := codes.ParseCommodity(s, hs)
		if why != "" {
			if c != (codes.Commodity{}) && c.Code != "" {
				t.Fatalf("%q: a code and a reason", s)
			}
			return
		}
		if n := len(c.Code); !c.Hidden && !c.Total && (n == 0 || hs && (n > codes.MaxCommodity || n%2 == 1)) {
			t.Fatalf("%q: %q", s, c.Code)
		}
	})
}
