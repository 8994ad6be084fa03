package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
	"briefing/internal/project"
)

func TestCopiesGetNumbersAndAddressees(t *testing.T) {
	to := func(name string, n int) briefing.Addressee {
		return briefing.Addressee{Name: briefing.Text{RU: name}, Copy: n}
	}
	tests := []struct {
		name   string
		copies int
		to     []briefing.Addressee
		want   string
		code   briefing.Code
	}{
		{"none", 0, nil, "", briefing.CodeRequired},
		{"less than none", -3, nil, "", briefing.CodeRequired},
		{"without addressees", 2, nil, "1: 2:", ""},
		{"in their order", 0, []briefing.Addressee{to("А", 0), to("Б", 0)}, "1:А 2:Б", ""},
		{"given numbers first", 3, []briefing.Addressee{to("А", 0), to("Б", 1)}, "1:Б 2:А 3:", ""},
		{"a number beyond the count", 1, []briefing.Addressee{to("А", 4)}, "1: 2: 3: 4:А", ""},
		{"a number twice", 2, []briefing.Addressee{to("А", 1), to("Б", 1)}, "1:А 2:Б", ""},
		{"too many", 1 << 30, nil, "", briefing.CodeTooLarge},
	}
	for _, tt := range tests {
		list, err := pack.Copies(&briefing.Pack{Copies: tt.copies, Addressees: tt.to})
		var parts []string
		for _, c := range list {
			parts = append(parts, fmt.Sprintf("%d:%s", c.Number, c.To.RU))
		}
		if got := strings.Join(parts, " "); got != tt.want || briefing.CodeOf(err) != tt.code {
			t.Errorf("%s: %q, %v", tt.name, got, err)
		}
	}
}

// The sheet of approval tells who has the copies, to those who are in the house.
func TestTheSignOffListsAddressees(t *testing.T) {
	p := demoProject(t)
	p.Pack.Addressees = []briefing.Addressee{{Name: briefing.Text{RU: "Канарейке", EN: "To the canary", ZH: "金丝雀"}}}
	for _, a := range briefing.Audiences() {
		if a == briefing.Compiler {
			continue
		}
		out := dump(build(t, p, a, pack.Options{Lang: briefing.EN}))
		if got := strings.Contains(out, "To the canary"); got != (a != briefing.Partner) {
			t.Errorf("%s: listed %v", a, got)
		}
	}
	m, err := pack.Make(project.Take(p, project.Options{}), nil, pack.Options{Lang: briefing.ZH})
	if err != nil {
		t.Fatal(err)
	}
	list, _ := pack.Copies(&p.Pack)
	if out := dump(m.Register(list)); !strings.Contains(out, "12") || !strings.Contains(out, "金丝雀") {
		t.Error(out)
	}
}
