package docx_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/demo"
	"briefing/internal/document"
	"briefing/internal/export/docx"
	"briefing/internal/export/officetest"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// exampleDocuments are the example's Word files: each language, for whom they
// differ most.
func exampleDocuments(t *testing.T) map[string]*document.Document {
	t.Helper()
	p, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*document.Document{}
	for _, l := range briefing.Langs() {
		for _, a := range []briefing.Audience{briefing.Leader, briefing.Compiler, briefing.Partner} {
			m, err := pack.Make(project.Take(p, project.Options{Audience: a}), nil, pack.Options{Lang: l, Draft: true})
			if err != nil {
				t.Fatal(err)
			}
			out[string(l)+"-"+strconv.Itoa(int(a))] = m.Document
		}
	}
	return out
}

// node is an element of a part.
type node struct {
	name  string
	attrs map[string]string
	in    []*node
}

func tree(t *testing.T, part, text string) *node {
	t.Helper()
	root := &node{}
	stack := []*node{root}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root
		}
		if err != nil {
			t.Fatalf("%s: %v", part, err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			n := &node{name: e.Name.Local, attrs: map[string]string{}}
			for _, a := range e.Attr {
				key := a.Name.Local
				if strings.HasSuffix(a.Name.Space, "/relationships") {
					key = "r:" + key
				}
				n.attrs[key] = a.Value
			}
			stack[len(stack)-1].in = append(stack[len(stack)-1].in, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, x := range n.in {
		x.walk(visit)
	}
}

func (n *node) child(name string) *node {
	for _, x := range n.in {
		if x.name == name {
			return x
		}
	}
	return nil
}

// What one part names in another is there, and is what it is named as: styles,
// lists, relations, bookmarks; identifiers are the only ones; rows fill the grid
// of their table. Word calls a file damaged where LibreOffice shows it.
func TestWhatIsNamedIsThere(t *testing.T) {
	for name, d := range exampleDocuments(t) {
		all := parts(t, write(t, d))
		styles := map[string]string{} // id → type
		tree(t, "styles", all["word/styles.xml"]).walk(func(n *node) {
			if n.name == "style" {
				if _, twice := styles[n.attrs["styleId"]]; twice {
					t.Errorf("%s: style %s stands twice", name, n.attrs["styleId"])
				}
				styles[n.attrs["styleId"]] = n.attrs["type"]
			}
		})
		lists, shapes := map[string]string{}, map[string]bool{}
		tree(t, "numbering", all["word/numbering.xml"]).walk(func(n *node) {
			switch n.name {
			case "abstractNum":
				shapes[n.attrs["abstractNumId"]] = true
			case "num":
				lists[n.attrs["numId"]] = n.child("abstractNumId").attrs["val"]
			}
		})
		for id, shape := range lists {
			if !shapes[shape] {
				t.Errorf("%s: list %s is of the shape %s, which is not there", name, id, shape)
			}
		}
		used := 0
		for part, text := range all {
			if !strings.HasPrefix(part, "word/") || !strings.HasSuffix(part, ".xml") {
				continue
			}
			rels := relationsOf(t, all, part)
			usedRels := map[string]bool{}
			marks, ends, ids, anchors := map[string]bool{}, map[string]bool{}, map[string]bool{}, []string{}
			names := map[string]bool{}
			root := tree(t, part, text)
			root.walk(func(n *node) {
				for attr, v := range n.attrs {
					if !strings.HasPrefix(attr, "r:") {
						continue
					}
					usedRels[v] = true
					if rels[v] == "" {
						t.Errorf("%s, %s: %s names the relation %s, which is not there", name, part, n.name, v)
					}
				}
				kind := map[string]string{"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table", "basedOn": "", "next": "paragraph"}
				if want, is := kind[n.name]; is {
					used++
					if got, ok := styles[n.attrs["val"]]; !ok || want != "" && got != want {
						t.Errorf("%s, %s: %s %q is a style of %q", name, part, n.name, n.attrs["val"], got)
					}
				}
				switch n.name {
				case "numId":
					if part != "word/numbering.xml" && lists[n.attrs["val"]] == "" {
						t.Errorf("%s, %s: there is no list %s", name, part, n.attrs["val"])
					}
				case "bookmarkStart":
					if marks[n.attrs["id"]] || names[n.attrs["name"]] {
						t.Errorf("%s, %s: bookmark %s %q stands twice", name, part, n.attrs["id"], n.attrs["name"])
					}
					marks[n.attrs["id"]], names[n.attrs["name"]] = true, true
				case "bookmarkEnd":
					if !marks[n.attrs["id"]] || ends[n.attrs["id"]] {
						t.Errorf("%s, %s: bookmark %s ends before it begins, or twice", name, part, n.attrs["id"])
					}
					ends[n.attrs["id"]] = true
				case "hyperlink":
					if a := n.attrs["anchor"]; a != "" {
						anchors = append(anchors, a)
					}
				case "docPr":
					if ids[n.attrs["id"]] {
						t.Errorf("%s, %s: picture %s stands twice", name, part, n.attrs["id"])
					}
					ids[n.attrs["id"]] = true
				case "tbl":
					checkGrid(t, name, n)
				}
			})
			if len(marks) != len(ends) {
				t.Errorf("%s, %s: %d bookmarks, %d ends", name, part, len(marks), len(ends))
			}
			for _, a := range anchors {
				if !names[a] {
					t.Errorf("%s, %s: a link leads to %q, which is not there", name, part, a)
				}
			}
			if part == "word/document.xml" {
				for id, kind := range rels {
					own := slices.Contains([]string{"image", "hyperlink", "chart"}, path.Base(kind))
					if own && !usedRels[id] {
						t.Errorf("%s: the relation %s (%s) is not used", name, id, kind)
					}
				}
			}
		}
		if used < 100 {
			t.Errorf("%s: only %d styles are used", name, used)
		}
		for part, text := range all {
			if strings.HasSuffix(part, ".xml") && part != "[Content_Types].xml" {
				checkOrder(t, part, text)
			}
		}
	}
}

// checkGrid holds that each row is as wide as the grid and each cell ends with a
// paragraph.
func checkGrid(t *testing.T, name string, tbl *node) {
	t.Helper()
	columns := len(tbl.child("tblGrid").in)
	for _, tr := range tbl.in {
		if tr.name != "tr" {
			continue
		}
		wide := 0
		for _, tc := range tr.in {
			if tc.name != "tc" {
				continue
			}
			span := 1
			if g := tc.child("tcPr").child("gridSpan"); g != nil {
				span, _ = strconv.Atoi(g.attrs["val"])
			}
			wide += span
			if last := tc.in[len(tc.in)-1].name; last != "p" {
				t.Errorf("%s: a cell ends with %s", name, last)
			}
		}
		if wide != columns {
			t.Errorf("%s: a row of %d columns in a table of %d", name, wide, columns)
		}
	}
}

// relationsOf gives the kinds of a part's relations by their identifiers.
func relationsOf(t *testing.T, all map[string]string, part string) map[string]string {
	t.Helper()
	out := map[string]string{}
	text, ok := all[path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")]
	if !ok {
		return out
	}
	tree(t, part, text).walk(func(n *node) {
		if n.name == "Relationship" {
			if out[n.attrs["Id"]] != "" {
				t.Errorf("%s: relation %s stands twice", part, n.attrs["Id"])
			}
			out[n.attrs["Id"]] = n.attrs["Type"]
		}
	})
	return out
}

// LibreOffice opens the files and says all that the document says.
func TestLibreOfficeSaysWhatTheDocumentSays(t *testing.T) {
	docs := exampleDocuments(t)
	var names, files []string
	for name, d := range docs {
		if strings.HasSuffix(name, "-"+strconv.Itoa(int(briefing.Partner))) {
			continue // has no pieces to compare
		}
		var buf bytes.Buffer
		if err := docx.Write(&buf, d); err != nil {
			t.Fatal(err)
		}
		names, files = append(names, name), append(files, buf.String())
	}
	for i, text := range officetest.Convert(t, "", ".docx", "txt:Text (encoded):UTF8", ".txt", files) {
		pieces, err := docx.Pieces(docs[names[i]])
		if err != nil {
			t.Fatal(err)
		}
		said := squeezed(text)
		missing := 0
		for _, p := range pieces {
			for _, cell := range strings.Split(p.Text, "\t") {
				if !strings.Contains(said, squeezed(cell)) {
					if missing++; missing <= 3 {
						t.Errorf("%s: %q (%s) is not said", names[i], cell, p.Where)
					}
				}
			}
		}
		if len(pieces) < 100 {
			t.Errorf("%s: only %d pieces", names[i], len(pieces))
		}
	}
}

// squeezed is a text without blanks: programs set other ones.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
