package pack_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// The numbers for the interpreter have a column for each language of the pack.
func TestNumbersForTheInterpreterInEachLanguageOfThePack(t *testing.T) {
	for langs, want := range map[string][]string{
		"ru,en,zh": {"Показатель", "По-русски", "По-китайски", "По-английски"},
		"ru,en":    {"Показатель", "По-русски", "По-английски"},
		"ru":       nil,
	} {
		p := demoProject(t)
		var chosen []briefing.Lang
		for key := range strings.SplitSeq(langs, ",") {
			chosen = append(chosen, briefing.Lang(key))
		}
		setting := pack.ParseSetting(p.Pack.Sections)
		setting.Langs = chosen
		p.Pack.Sections = setting.String()
		var heads []string
		var look func(blocks []document.Block)
		look = func(blocks []document.Block) {
			for _, block := range blocks {
				switch x := block.(type) {
				case document.Columns:
					look(x.Left)
					look(x.Right)
				case document.Table:
					if x.Title == "Числа для переводчика" {
						for _, c := range x.Columns {
							heads = append(heads, c.Title)
						}
					}
				}
			}
		}
		for _, s := range build(t, p, briefing.Interpreter, pack.Options{Lang: briefing.RU}).Sections {
			look(s.Blocks)
		}
		if !slices.Equal(heads, want) {
			t.Errorf("%s: %q, want %q", langs, heads, want)
		}
	}
}
