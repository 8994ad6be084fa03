package importer_test

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/importer"
)

func namesIn(t *testing.T, res *importer.Result) classification.List {
	t.Helper()
	if len(res.Names) != 1 {
		t.Fatalf("%d lists of names", len(res.Names))
	}
	return res.Names[0]
}

// The counts come from a few lines of Python over its csv module: 8 939
// records, three of which have more or fewer cells than the header.
func TestSampleChineseNomenclature(t *testing.T) {
	res := read(t, sample(t, "gacc_hs8_2022.csv"), importer.Options{})
	list := namesIn(t, res)
	if list.Scheme != classification.CNHS || list.Edition != classification.HS2022 || list.Lang != briefing.ZH {
		t.Errorf("taken for %s %d %s", list.Scheme, list.Edition, list.Lang)
	}
	if r := res.Report; r.Read != 8939 || len(list.Names) != 8936 || r.Stored != 8936 {
		t.Errorf("read %d, stored %d, names %d", r.Read, r.Stored, len(list.Names))
	}
	var irregular []string
	for _, x := range res.Report.Rejected {
		irregular = append(irregular, x.Reason+" "+x.Text[:8])
	}
	if want := []string{"irregular 96151100", "irregular 96170019", "irregular 96161000"}; !slices.Equal(irregular, want) {
		t.Errorf("irregular %q", irregular)
	}
	for code, want := range map[string]string{"01012100": "改良种用马", "40159010": "硫化橡胶制医疗、外科、牙科或兽医用衣着用品及附件(不包括手套)", "99000000": "跨境电商B2B简化申报商品"} {
		if list.Names[code] != want {
			t.Errorf("%s: %q", code, list.Names[code])
		}
	}
}

func TestSampleHarmonisedSystem(t *testing.T) {
	res := read(t, sample(t, "hs_en.csv"), importer.Options{})
	list := namesIn(t, res)
	if list.Scheme != classification.HS || list.Edition != classification.HS2022 || list.Lang != briefing.EN {
		t.Errorf("taken for %s %d %s", list.Scheme, list.Edition, list.Lang)
	}
	if got := account(res.Report); got != "6940 = 6939 + total 1" || len(list.Names) != 6939 {
		t.Errorf("%s, %d names", got, len(list.Names))
	}
	if list.Names["0103"] != "Swine; live" {
		t.Errorf("0103: %q", list.Names["0103"])
	}
}

// tnvedFiles are the four files of ТН ВЭД as the tax service lays them out,
// with a few rows of our own.
func tnvedFiles() map[string]string {
	return map[string]string{
		"TNVED1.TXT": "5.01|15.01.2022\r\n02|ПРОДУКТЫ РАСТИТЕЛЬНОГО ПРОИСХОЖДЕНИЯ|Примечание.|01.01.1998|\r\n",
		"TNVED2.TXT": "5.01|15.01.2022\r\n02|10|ЗЛАКИ|1. \"Злаки\" включают зерно.|01.01.1998||\r\n02|11|МУКОМОЛЬНАЯ ПРОДУКЦИЯ||01.01.1998||\r\n",
		"TNVED3.TXT": "5.01|15.01.2022\r\n10|01|ПШЕНИЦА И МЕСЛИН|01.01.2012||\r\n10|03|ЯЧМЕНЬ|01.01.1998|31.12.2011|\r\n10|03|ЯЧМЕНЬ И ДРУГОЕ|01.01.2012||\r\n",
		"TNVED4.TXT": "5.01|15.01.2022\r\n10|01|110000|– – семенная|01.01.2012||\r\n10|01|190000|– – прочая|01.01.2012||\r\n10|01|990000|– – прочие старые|01.01.2010||\r\n10|01|990000|– – прочие новые|01.01.2012||\r\n10|ХХ|1|плохо\r\n",
	}
}

func cp866(t *testing.T, s string) []byte {
	t.Helper()
	b, err := charmap.CodePage866.NewEncoder().String(strings.ReplaceAll(s, "–", "-"))
	if err != nil {
		t.Fatal(err)
	}
	return []byte(b)
}

func TestTextFilesOfTheEAEUNomenclature(t *testing.T) {
	tests := map[string]struct{ account, names string }{
		"TNVED2.TXT": {"2 = 2", "10 Злаки; 11 Мукомольная продукция"},
		"TNVED3.TXT": {"3 = 2 + expired 1", "1001 Пшеница и меслин; 1003 Ячмень и другое"},
		"TNVED4.TXT": {"5 = 3 + expired 1 + 6:0 irregular «10|ХХ|1|плохо»", "1001110000 семенная; 1001190000 прочая; 1001990000 прочие новые"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			res := mustLoad(t, name, cp866(t, tnvedFiles()[name]), importer.Options{})
			list := namesIn(t, res)
			if got := account(res.Report); got != tt.account {
				t.Errorf("%s, want %s", got, tt.account)
			}
			if list.Scheme != classification.TNVED || list.Edition != classification.HS2022 || list.Lang != briefing.RU {
				t.Errorf("taken for %s %d %s", list.Scheme, list.Edition, list.Lang)
			}
			if got := listed(list); got != tt.names {
				t.Errorf("names %s, want %s", got, tt.names)
			}
		})
	}
}

func listed(l classification.List) string {
	var out []string
	for code, name := range l.Names {
		out = append(out, code+" "+name)
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// All four in the archive they come in make one list.
func TestArchiveOfTheEAEUNomenclature(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"TNVED1.TXT", "TNVED2.TXT", "TNVED3.TXT", "TNVED4.TXT"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write(cp866(t, tnvedFiles()[name]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	res := mustLoad(t, "TNVED.ZIP", b.Bytes(), importer.Options{})
	if list := namesIn(t, res); len(list.Names) != 7 {
		t.Errorf("names %s", listed(list))
	}
	if got := account(res.Report); !strings.HasPrefix(got, "11 = 7 + expired 2 + section 1 + 6:0 irregular") {
		t.Errorf("account %s", got)
	}
}

func TestListsWithFaults(t *testing.T) {
	gb := func(s string) []byte {
		b, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return []byte(b)
	}
	head := "\"商品编码\"\t,\"商品名称\"\t,\"年份\"\t,\"第一计量单位编码\"\t,\"第一计量单位名称\"\t,\"第二计量单位编码\"\t,\"第二计量单位名称\"\t,\n"
	tests := map[string]struct {
		data    []byte
		account string
		names   string
	}{
		"a newline inside a name": {
			gb(head + "40159010\t,\"硫化橡胶制\n\"\t,2022\t,09\t,\"千克\"\t,?\t,\"?\"\t,\n"), "1 = 1", "40159010 硫化橡胶制",
		},
		"too few cells, too many cells": {
			gb(head + "96151100\t,\"梳子\"\t,2022\n96170019\t,\"瓶\"\t,2022\t,01\t,\"个\"\t,09\t,\"千克\"\t,09\t,\"千克\"\t,?\t,\"?\"\t,\n01012100\t,\"马\"\t,2022\t,09\t,\"千克\"\t,01\t,\"头\"\t,\n"),
			"3 = 1 + 2:0 irregular «96151100 梳子» + 3:0 irregular «96170019 瓶»", "01012100 马",
		},
		"the same code twice": {
			[]byte("hscode,description\n0207,Poultry\n0207,Poultry\n0207,Birds\n207,Poultry\n"),
			"4 = 1 + duplicate 2 + 4:1 name-twice «0207»", "0207 Poultry",
		},
		"no name and no code": {
			[]byte("Код ТН ВЭД;Наименование\n0207;Мясо\n0208;\n;Птица\nмясо;Птица\n"),
			"4 = 1 + 3:1 no-name «0208» + 4:1 code «» + 5:1 code «мясо»", "0207 Мясо",
		},
		"a hidden code has no name": {
			[]byte("hscode,description\n0207,Poultry\nXXXXXXXXXX,Secret\n"), "2 = 1 + 3:1 code «XXXXXXXXXX»", "0207 Poultry",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			res := mustLoad(t, "list.csv", tt.data, importer.Options{})
			if got := account(res.Report); got != tt.account {
				t.Errorf("%s, want %s", got, tt.account)
			}
			if got := listed(namesIn(t, res)); got != tt.names {
				t.Errorf("names %s, want %s", got, tt.names)
			}
		})
	}
}

// A table with a value in it is one of figures, whatever else it has.
func TestFiguresAreNoListOfNames(t *testing.T) {
	res := mustLoad(t, "DATTSVT.csv", coded("0207141000"), thousandUSD)
	if len(res.Names) != 0 || res.Figures.Len() != 1 {
		t.Errorf("%d lists, %d rows", len(res.Names), res.Figures.Len())
	}
}

func TestAListOfNamesIsRecognised(t *testing.T) {
	data := []byte("hscode,description\n0207,Poultry\n")
	rec, err := importer.Recognise(t.Context(), "hs2017.csv", bytes.NewReader(data), int64(len(data)), importer.Options{})
	if err != nil || rec.Profile != importer.ProfileNames || len(rec.Needs) != 0 || rec.Columns[0].Role != "code" {
		t.Errorf("%+v, %v", rec, err)
	}
	res := mustLoad(t, "hs2017.csv", data, importer.Options{})
	if list := namesIn(t, res); list.Edition != classification.HS2017 {
		t.Errorf("edition %d", list.Edition)
	}
	res = mustLoad(t, "hs2017.csv", data, importer.Options{Known: func(string) bool { return true }})
	if len(res.Names) != 0 || account(res.Report) != "1 = 0 + unchanged 1" {
		t.Errorf("again: %s", account(res.Report))
	}
}
