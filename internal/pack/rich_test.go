package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// looks writes runs with their marks: B bold, I italic, ^ raised, N{} a footnote.
func looks(runs []document.Run) string {
	var b strings.Builder
	for _, r := range runs {
		if len(r.Note) > 0 {
			fmt.Fprintf(&b, "N{%s}", looks(r.Note))
			continue
		}
		marks := ""
		if r.Bold {
			marks += "B"
		}
		if r.Italic {
			marks += "I"
		}
		if r.Super {
			marks += "^"
		}
		if marks != "" {
			fmt.Fprintf(&b, "%s{%s}", marks, r.Text)
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestMarksOfATextWrittenByHand(t *testing.T) {
	for text, want := range map[string]string{
		"обычный":            "обычный",
		"**жирно** и *косо*": "B{жирно} и I{косо}",
		"10^6^ т, м^2^":      "10^{6} т, м^{2}",
		"**10^6^**":          "B{10}B^{6}",
		"экспорт^[По данным таможни.] и": "экспортN{По данным таможни.} и",
		"а^[ссылка [7] и *косо* 10^3^]б": "аN{ссылка [7] и I{косо} 10^{3}}б",
		"а^[внутри^[ещё]]":               "аN{внутри^[ещё]}",
		"**а^[сноска]**":                 "B{а}N{сноска}",
		"а^[не закрыта":                  "а^[не закрыта",
		"2^ и 3^":                        "2^ и 3^",
		"^^":                             "^^",
		"2 * 3 ** 4":                     "2 * 3 ** 4",
		"а^[]б":                          "аб",
		"{S20}^[{S20:number}]":           "около 90 тыс. тN{90} [1]", // and the mark of the source of the figure
		"а^[{none}]":                     "",
	} {
		p := demoProject(t)
		p.Messages = append(p.Messages, &briefing.Message{
			ID: "own", Kind: "section", Order: 1, Title: briefing.Text{RU: "Раздел"}, Body: briefing.Text{RU: text},
		})
		d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
		got := ""
		for _, s := range d.Sections {
			if s.Key == pack.OwnKey("own") {
				got = looks(s.Blocks[0].(document.Paragraph).Runs)
			}
		}
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
