package xlsx_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// What Excel is known to mend, or to refuse, though the schema allows it.

// limits of texts, in units of UTF-16.
const (
	mostInCell      = 32767
	mostOnPaper     = 255
	mostInCondition = 255
)

// later are functions that came after the format: they are stored under a
// longer name.
var later = regexp.MustCompile(`(?:^|[^.A-Z_])(IFS|SWITCH|CONCAT|TEXTJOIN|MAXIFS|MINIFS|XLOOKUP|FILTER|UNIQUE|SORT|SEQUENCE|LET)\(`)

var tableNameForm = regexp.MustCompile(`^[\p{L}_\\][\p{L}\p{N}_.\\]*$`)

func utf16Length(s string) int { return len(utf16.Encode([]rune(s))) }

func excelFaults(parts map[string]*node) (out []string) {
	for name, part := range parts {
		switch {
		case strings.HasPrefix(name, "xl/worksheets/sheet"):
			out = append(out, cellFaults(name, part)...)
			out = append(out, columnFaults(name, part)...)
			out = append(out, paperFaults(name, part)...)
			out = append(out, countFaults(name, part)...)
		case strings.HasPrefix(name, "xl/drawings/drawing"):
			ids := map[string]bool{}
			for _, x := range part.all("cNvPr") {
				if ids[x.attr("id")] {
					out = append(out, name+": two drawings "+x.attr("id"))
				}
				ids[x.attr("id")] = true
			}
		case strings.HasPrefix(name, "xl/tables/"):
			called := part.attr("displayName")
			if _, _, err := excelize.CellNameToCoordinates(called); err == nil || !tableNameForm.MatchString(called) || len(called) > 255 {
				out = append(out, name+": a table can't be called "+called)
			}
			ids := map[string]bool{}
			for _, c := range part.all("tableColumn") {
				if ids[c.attr("id")] {
					out = append(out, name+": two columns of number "+c.attr("id"))
				}
				ids[c.attr("id")] = true
			}
		}
	}
	return out
}

// cellFaults wants rows and cells in their order, and a value that its type
// tells of: a formula has one, and of a text it says so.
func cellFaults(name string, sheet *node) (out []string) {
	lastRow := 0
	for _, row := range sheet.all("row") {
		n, _ := strconv.Atoi(row.attr("r"))
		if n <= lastRow {
			out = append(out, fmt.Sprintf("%s: row %d after %d", name, n, lastRow))
		}
		lastRow = n
		last := 0
		for i := range row.Kids {
			c := &row.Kids[i]
			col, at, err := excelize.CellNameToCoordinates(c.attr("r"))
			if err != nil || at != n || col <= last {
				out = append(out, fmt.Sprintf("%s: cell %s in row %d", name, c.attr("r"), n))
			}
			last = col
			out = append(out, valueFaults(name, c)...)
		}
	}
	return out
}

func valueFaults(name string, c *node) (out []string) {
	value, formula := c.all("v"), c.all("f")
	say := func(what string) { out = append(out, name+": "+c.attr("r")+" "+what) }
	text := ""
	for _, t := range c.all("t") {
		text += t.Text
	}
	if utf16Length(text) > mostInCell {
		say("holds too much")
	}
	if len(formula) > 0 {
		if len(value) == 0 {
			say("has a formula without a value")
		}
		if m := later.FindString(formula[0].Text); m != "" {
			say("has a function that is stored under another name: " + m)
		}
		if c.attr("t") == "s" || c.attr("t") == "inlineStr" {
			say("has a formula whose text is no result")
		}
	}
	switch c.attr("t") {
	case "", "n":
		if len(value) > 0 {
			if _, err := strconv.ParseFloat(value[0].Text, 64); err != nil {
				say("is no number: " + value[0].Text)
			}
		}
	case "inlineStr":
		if len(value) > 0 {
			say("has its text twice")
		}
	}
	return out
}

// columnFaults wants the columns in their order, none twice.
func columnFaults(name string, sheet *node) (out []string) {
	last := 0
	for _, c := range sheet.all("col") {
		from, _ := strconv.Atoi(c.attr("min"))
		to, _ := strconv.Atoi(c.attr("max"))
		if from <= last || to < from {
			out = append(out, fmt.Sprintf("%s: columns %d–%d after %d", name, from, to, last))
		}
		last = to
	}
	return out
}

var paperCommand = regexp.MustCompile(`&(?:&|[LCRPNDTFAZGBIUESXYHK]|"[^"]*"|[0-9]+)`)

// paperFaults looks at head and foot of the printed sheet and at lists of
// choices.
func paperFaults(name string, sheet *node) (out []string) {
	for _, kind := range []string{"oddHeader", "oddFooter"} {
		for _, h := range sheet.all(kind) {
			if utf16Length(h.Text) > mostOnPaper {
				out = append(out, fmt.Sprintf("%s: %s of %d characters", name, kind, utf16Length(h.Text)))
			}
			seen := map[string]bool{}
			for _, c := range paperCommand.FindAllString(h.Text, -1) {
				if strings.ContainsAny(c, "LCR") && seen[c] {
					out = append(out, name+": "+kind+" has "+c+" twice")
				}
				seen[c] = true
			}
		}
	}
	for _, v := range sheet.all("dataValidation") {
		for _, kind := range []string{"formula1", "formula2"} {
			for _, f := range v.all(kind) {
				if utf16Length(f.Text) > mostInCondition {
					out = append(out, name+": a condition of too many characters")
				}
			}
		}
		for attr, most := range map[string]int{"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 255} {
			if utf16Length(v.attr(attr)) > most {
				out = append(out, name+": too long "+attr)
			}
		}
	}
	return out
}

// countFaults holds said numbers against what is there, and wants each rule of
// looks to have a rank of its own and each link a target.
func countFaults(name string, sheet *node) (out []string) {
	for _, kind := range []string{"dataValidations", "tableParts", "mergeCells"} {
		for _, list := range sheet.all(kind) {
			if c := list.attr("count"); c != "" && c != strconv.Itoa(len(list.Kids)) {
				out = append(out, fmt.Sprintf("%s: %s: %s said, %d there", name, kind, c, len(list.Kids)))
			}
		}
	}
	ranks := map[string]bool{}
	for _, r := range sheet.all("cfRule") {
		p := r.attr("priority")
		if outside(r.XMLName.Space) || p == "" {
			continue
		}
		if ranks[p] {
			out = append(out, name+": two conditions of rank "+p)
		}
		ranks[p] = true
	}
	links := sheet.all("hyperlink")
	if len(links) > 65530 {
		out = append(out, name+": too many links")
	}
	for _, h := range links {
		if h.attr("location") == "" && h.attr("id") == "" {
			out = append(out, name+": a link to nowhere at "+h.attr("ref"))
		}
	}
	return out
}

// A title of any length and with any sign is printed in the foot as it reads.
func TestHeadAndFootOfASheetHoldAnyTitle(t *testing.T) {
	for _, title := range []string{"R&D: итоги", strings.Repeat("Визит & переговоры ", 30), strings.Repeat("&", 300), strings.Repeat("𠀀", 300), "2023 год"} {
		b := book()
		b.Title, b.Mark, b.Watermark = title, []string{"Для служебного пользования", "Экз. № 3 & 4"}, "ПРОЕКТ"
		data := write(t, b)
		for _, f := range faultsOf(data) {
			t.Errorf("%.20s: %s", title, f)
		}
		parts, err := partsOf(data)
		if err != nil {
			t.Fatal(err)
		}
		foot, head := parts["xl/worksheets/sheet3.xml"].all("oddFooter")[0].Text, parts["xl/worksheets/sheet3.xml"].all("oddHeader")[0].Text
		left, _, _ := strings.Cut(strings.TrimPrefix(foot, "&L"), "&R")
		said := strings.TrimSuffix(strings.ReplaceAll(left, "&&", "&"), "…")
		if said == "" || !strings.HasPrefix(strings.Join(strings.Fields(title), " "), said) || !strings.HasSuffix(foot, " &P / &N") {
			t.Errorf("%.20s: foot %q", title, foot)
		}
		if head != "&CПРОЕКТ&RДля служебного пользования\nЭкз. № 3 && 4" {
			t.Errorf("head %q", head)
		}
	}
}
