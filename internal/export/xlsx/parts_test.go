package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"briefing/internal/export/officetest"
)

// A strict look at the parts of a workbook: spreadsheet programs differ in what
// they forgive, and Excel, which is not at hand, forgives least.

// node is an element.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Kids    []node     `xml:",any"`
	Text    string     `xml:",chardata"`
}

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// walk visits an element and all that is inside it.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for i := range n.Kids {
		n.Kids[i].walk(visit)
	}
}

// all are the elements of a name inside n.
func (n *node) all(name string) []*node {
	var out []*node
	n.walk(func(x *node) {
		if x.XMLName.Local == name {
			out = append(out, x)
		}
	})
	return out
}

// partsOf parses all parts of a workbook.
func partsOf(data []byte) (map[string]*node, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	out := map[string]*node{}
	for _, f := range z.File {
		if out[f.Name] != nil {
			return nil, fmt.Errorf("%s: twice in the package", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		n := &node{}
		if err := xml.Unmarshal(text, n); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		out[f.Name] = n
	}
	return out, nil
}

const relationsOf = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// faultsOf are all faults of a workbook's parts.
func faultsOf(data []byte) []string {
	parts, err := partsOf(data)
	if err != nil {
		return []string{err.Error()}
	}
	out := slices.Concat(typeFaults(parts), relationFaults(parts), orderFaults(parts), bookFaults(parts), styleFaults(parts), tableFaults(parts), chartFaults(parts), excelFaults(parts))
	slices.Sort(out)
	return slices.Compact(out)
}

// typeFaults holds the list of content types against the parts.
func typeFaults(parts map[string]*node) (out []string) {
	types := parts["[Content_Types].xml"]
	if types == nil {
		return []string{"no content types"}
	}
	named, endings := map[string]string{}, map[string]string{}
	for _, k := range types.Kids {
		switch k.XMLName.Local {
		case "Override":
			name := strings.TrimPrefix(k.attr("PartName"), "/")
			if named[name] != "" {
				out = append(out, name+": two content types")
			}
			if parts[name] == nil {
				out = append(out, name+": a content type of no part")
			}
			named[name] = k.attr("ContentType")
		case "Default":
			endings[k.attr("Extension")] = k.attr("ContentType")
		}
	}
	for name := range parts {
		plain := named[name] == "" // "application/xml" tells a reader nothing
		switch {
		case name == "[Content_Types].xml":
		case strings.HasSuffix(name, ".rels"):
			if endings["rels"] == "" {
				out = append(out, name+": no content type")
			}
		case plain:
			out = append(out, name+": no content type of its own")
		}
	}
	return out
}

// partOfRelations is the part that a list of relations belongs to.
func partOfRelations(name string) string {
	dir, file := path.Split(name)
	return path.Join(path.Dir(path.Clean(dir)), strings.TrimSuffix(file, ".rels"))
}

// relationFaults looks for relations that lead nowhere or out of the file, for
// those that nothing uses and for parts that nothing leads to.
func relationFaults(parts map[string]*node) (out []string) {
	reached := map[string]bool{}
	for name, rels := range parts {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		of := partOfRelations(name)
		ids := map[string]bool{}
		for _, r := range rels.Kids {
			id, target := r.attr("Id"), r.attr("Target")
			if ids[id] {
				out = append(out, name+": two of "+id)
			}
			ids[id] = true
			if r.attr("TargetMode") == "External" {
				out = append(out, name+": leads out of the file: "+target)
				continue
			}
			if !strings.HasPrefix(target, "/") {
				target = path.Join(path.Dir(of), target)
			}
			target = strings.TrimPrefix(target, "/")
			reached[target] = true
			if parts[target] == nil {
				out = append(out, name+": leads to no part: "+target)
			}
		}
		if name == "_rels/.rels" {
			continue
		}
		if parts[of] == nil {
			out = append(out, name+": relations of no part")
			continue
		}
		used := idsUsed(parts[of])
		for id := range used {
			if !ids[id] {
				out = append(out, of+": uses no relation of its own: "+id)
			}
		}
		for _, r := range rels.Kids {
			if id := r.attr("Id"); !used[id] && named(r.attr("Type")) && !strings.HasPrefix(of, "xl/pivotTables/") {
				out = append(out, of+": never uses "+id)
			}
		}
	}
	for name, n := range parts {
		if len(idsUsed(n)) > 0 && parts[path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")] == nil {
			out = append(out, name+": uses relations, has none")
		}
		if !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" && !reached[name] {
			out = append(out, name+": nothing leads to it")
		}
	}
	return out
}

// named tells that a relation of the kind is used by its name in the part; the
// others (styles, theme, strings, caches of pivots) are found by their kind.
func named(kind string) bool {
	return slices.Contains([]string{"worksheet", "drawing", "table", "chart", "hyperlink", "image", "pivotCacheDefinition"}, path.Base(kind)) &&
		strings.HasPrefix(kind, relationsOf)
}

func idsUsed(n *node) map[string]bool {
	out := map[string]bool{}
	n.walk(func(x *node) {
		for _, a := range x.Attrs {
			if a.Name.Space == relationsOf && a.Value != "" {
				out[a.Value] = true
			}
		}
	})
	return out
}

// Every workbook that is written passes.
func TestPartsAreStrictlyWhatTheFormatSays(t *testing.T) {
	for name, data := range demoBooks(t) {
		for _, f := range faultsOf(data) {
			t.Errorf("%s: %s", name, f)
		}
	}
	for _, c := range charts() {
		b := book()
		b.Sheets[0].Chart = &c
		b.Keyed = true
		for _, f := range faultsOf(write(t, b)) {
			t.Errorf("form %d: %s", c.Kind, f)
		}
	}
}

// damaged is the workbook with one part replaced; an empty text takes it out.
func damaged(t *testing.T, data []byte, part string, mend func(string) string) []byte {
	t.Helper()
	var out []officetest.Part
	for _, p := range officetest.Parts(t, data) {
		if p.Name == part {
			before := p.Text
			if p.Text = mend(p.Text); p.Text == before {
				t.Fatalf("%s: nothing was damaged", part)
			}
			if p.Text == "" {
				continue
			}
		}
		out = append(out, p)
	}
	return officetest.Packed(t, out)
}

// The look finds what it is there for.
func TestTheStrictLookFindsDamage(t *testing.T) {
	good := write(t, book())
	swap := func(a, b string) func(string) string {
		return func(s string) string { return strings.Replace(s, a, b, 1) }
	}
	none := func(string) string { return "" }
	const sheet = "xl/worksheets/sheet3.xml"
	for name, d := range map[string]struct {
		part string
		mend func(string) string
		want string
	}{
		"order of a sheet":    {sheet, swap(`<tableParts`, `<dataValidations count="0"/><tableParts`), "dataValidations after"},
		"missing part":        {"xl/tables/table2.xml", none, "leads to no part"},
		"missing relations":   {"xl/worksheets/_rels/sheet3.xml.rels", none, "uses relations, has none"},
		"type of no part":     {"[Content_Types].xml", swap(`<Override PartName="/xl/styles.xml"`, `<Override PartName="/xl/style.xml"`), "no content type of its own"},
		"external":            {"xl/worksheets/_rels/sheet3.xml.rels", swap(`Target=`, `TargetMode="External" Target=`), "leads out of the file"},
		"style out of bounds": {sheet, swap(` s="5"`, ` s="999"`), "no look 999"},
		"head of a table":     {"xl/tables/table2.xml", swap(`name="Товар"`, `name="Товары"`), "the sheet says"},
		"two tables":          {"xl/tables/table2.xml", swap(`displayName="tbl_t01"`, `displayName="tbl_contents"`), "two tables"},
		"axis of nothing":     {"xl/charts/chart1.xml", swap(`<c:crossAx val="`, `<c:crossAx val="9`), "no axis"},
		"points":              {"xl/charts/chart1.xml", swap(`<c:ptCount val="2"/>`, `<c:ptCount val="1"/>`), "points"},
		"name of a sheet":     {"xl/workbook.xml", swap(`name="T01 Товары"`, `name="Обложка"`), "two sheets"},
		"columns":             {sheet, swap(`<cols><col min="1" max="1"`, `<cols><col min="9" max="9"`), "after 9"},
		"order of cells":      {sheet, swap(`r="A6"`, `r="C6"`), "cell"},
		"no number":           {sheet, swap(`<v>`, `<v>x`), "is no number"},
		"long foot":           {sheet, swap(`<oddFooter>`, `<oddFooter>`+strings.Repeat("я", 256)), "oddFooter of"},
		"broken":              {sheet, swap(`</worksheet>`, ``), "EOF"},
	} {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(faultsOf(damaged(t, good, d.part, d.mend)), "\n")
			if !strings.Contains(got, d.want) {
				t.Errorf("faults\n%s\nwant %q among them", got, d.want)
			}
		})
	}
}
