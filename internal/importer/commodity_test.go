package importer_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
)

// coded is an export of the portal with a row for each code.
func coded(codes ...string) []byte {
	var b bytes.Buffer
	b.WriteString("napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\tNetto\tKol\tRegion\tRegion_s\n")
	for i, c := range codes {
		fmt.Fprintf(&b, "ЭК\t01/2022\tCN\t%s\t\t%d,5\t%d\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t01\n", c, i+1, 1000*(i+1))
	}
	return b.Bytes()
}

func TestCommodityCodesOfAFile(t *testing.T) {
	tests := map[string]struct {
		codes []string
		want  string // the account
		have  []string
	}{
		"a lost zero of ten digits is put back": {
			[]string{"207141000", "1001990000"}, "2 = 2", []string{"0207141000", "1001990000"},
		},
		"only from a width that is one short": {
			[]string{"20714", "1001990000", "207141000"}, "3 = 2 + 2:4 code-width «20714»", []string{"1001990000", "0207141000"},
		},
		"a file of chapters 01–09 alone": {
			[]string{"207141000", "303140000"}, "2 = 2", []string{"0207141000", "0303140000"},
		},
		"hidden codes are kept, whole or in part": {
			[]string{"XXXXXXXXXX", "88XXXXXXXX", "1001990000"}, "3 = 3", []string{"X", "X", "1001990000"},
		},
		"a footnote's star hides nothing": {
			[]string{"1001*", "1512**", "0207"}, "3 = 3", []string{"1001", "1512", "0207"},
		},
		"stars as long as the codes hide digits": {
			[]string{"1512**", "100199"}, "2 = 2", []string{"X", "100199"},
		},
		"stars that the column does not explain": {
			[]string{"1512**", "100199", "0207"}, "3 = 2 + 2:4 stars «1512**»", []string{"100199", "0207"},
		},
		"codes with points that a table program took for numbers": {
			[]string{"1001.99", "203.29", "302.1"}, "3 = 3", []string{"100199", "020329", "030210"},
		},
		"names behind the codes": {
			[]string{"1001 – Пшеница", "8703 Автомобили"}, "2 = 2", []string{"1001", "8703"},
		},
		"two codes in a cell are refused": {
			[]string{"0207 или 0208", "1001990000"}, "2 = 1 + 2:4 codes «0207 или 0208»", []string{"1001990000"},
		},
		"a letter that may hide a digit is refused": {
			[]string{"З304990000", "1001990000"}, "2 = 1 + 2:4 code «З304990000»", []string{"1001990000"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			res := mustLoad(t, "DATTSVT.csv", coded(tt.codes...), thousandUSD)
			if got := account(res.Report); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
			var have []string
			for _, o := range res.Figures.All() {
				have = append(have, o.Code)
			}
			if !slices.Equal(have, tt.have) {
				t.Errorf("codes %q, want %q", have, tt.have)
			}
		})
	}
}

// What is known of a hidden code stays readable: a partly hidden one has its
// first digits in the name, and totals have both.
func TestHiddenCodesCount(t *testing.T) {
	res := mustLoad(t, "DATTSVT.csv", coded("88XXXXXXXX", "XXXXXXXXXX", "0207141000"), thousandUSD)
	groups, err := res.Figures.Aggregate(figure.Filter{}, nil)
	if err != nil || len(groups) != 1 || groups[0].HiddenRows != 2 || groups[0].Value.Decimal.String() != "7500" {
		t.Errorf("groups %+v, %v", groups, err)
	}
	if o := res.Figures.At(0); o.Product != "88XXXXXXXX" || o.Conf != "C" {
		t.Errorf("first row %+v", o)
	}
	if !slices.Contains(res.Report.Notes, importer.NoteHidden) {
		t.Errorf("notes %q", res.Report.Notes)
	}
}

// Regions and provinces come as codes, whatever the file has: the city is not
// its region, and a name that nobody knows stays as it is.
func TestRegionsOfAFile(t *testing.T) {
	head := "napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\tNetto\tKol\tRegion\tRegion_s\n"
	var b bytes.Buffer
	b.WriteString(head)
	for i, region := range []string{
		"46000 - МОСКОВСКАЯ ОБЛАСТЬ", "45000 - ГОРОД МОСКВА СТОЛИЦА РОССИЙСКОЙ ФЕДЕРАЦИИ", "67000 - СЕВАСТОПОЛЬ - ГОРОД ФЕДЕРАЛЬНОГО ЗНАЧЕНИЯ",
		"Московская область", "Москва", "3000 - КРАСНОДАРСКИЙ КРАЙ", "Страна Оз",
	} {
		fmt.Fprintf(&b, "ЭК\t01/2022\tCN\t0207141000\t\t%d,5\t1000\t0\t%s\t01\n", i+1, region)
	}
	res := mustLoad(t, "DATTSVT.csv", b.Bytes(), thousandUSD)
	var got []string
	for _, o := range res.Figures.All() {
		got = append(got, o.Region)
	}
	if want := []string{"46000", "45000", "67000", "46000", "45000", "03000", "Страна Оз"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
