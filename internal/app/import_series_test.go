package app_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// Who publishes a file and of what kind it is, is typed once: the source of next
// month's file has it from that of the last. A file of another name, or one that names
// another publisher, has nothing of it.
func TestNextMonthsFileIsOfTheSamePublisher(t *testing.T) {
	typed := briefing.Text{RU: "Тульская таможня", EN: "Tula Customs", ZH: "图拉海关"}
	for name, c := range map[string]struct {
		file, says string
		want       briefing.Text
		kind       string
	}{
		"next month":   {"tula_2022_10.csv", "", typed, "official"},
		"in words":     {"Tula октябрь 2022.csv", "", typed, "official"},
		"says it too":  {"tula_2022_10.csv", "Источник: Тульская таможня\n", typed, "official"},
		"another name": {"orel_2022_10.csv", "", briefing.Text{}, "return"},
		"another body": {"tula_2022_10.csv", "Источник: Министерство Севера\n", briefing.Text{RU: "Министерство Севера"}, "return"},
		"only a time":  {"2022_10.csv", "", briefing.Text{}, "return"},
	} {
		p, dir := demo(t), t.TempDir()
		write := func(file, text string) string {
			path := filepath.Join(dir, file)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
		first := guessed(t, p, write("tula_2022_09.csv", "Экспорт Тульской области по странам\nСтрана;2021\nИндия;5\nИран;7\n"))
		last := sourceOf(t, p, first.Import.Source)
		last.Publisher, last.Kind = typed, "official"
		if err := p.Put(last); err != nil {
			t.Fatal(err)
		}
		next := guessed(t, p, write(c.file, "Экспорт Тульской области по странам\n"+c.says+"Страна;2022\nИндия;6\nИран;8\n"))
		src := sourceOf(t, p, next.Import.Source)
		if told := slices.Contains(next.Report.Notes, importer.NoteLikeLast); told != (c.kind == "official") {
			t.Errorf("%s: the report tells of it: %v", name, told)
		}
		if src.Publisher != c.want || src.Kind != c.kind || src.ID == last.ID {
			t.Errorf("%s: %+v, %s", name, src.Publisher, src.Kind)
		}
		for _, l := range briefing.Langs() {
			if told := strings.Contains(src.Note.In(l), last.Title.In(l)); told != (c.kind == "official") || !strings.Contains(src.Note.In(l), c.file) {
				t.Errorf("%s: %q", name, src.Note.In(l))
			}
		}
	}
}
