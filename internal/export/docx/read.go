package docx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// Returned is a file that came back, by its pieces.
type Returned struct {
	Parts []Part
	// Comments are remarks that people have made beside the text.
	Comments []Comment
	Tracked  bool // edits were recorded as such; they are read as if all were accepted
}

// Part is a stretch of the file: what stands under one of our bookmarks, or a
// paragraph or row that people have added.
type Part struct {
	Key    Key
	Known  bool   // has one of our bookmarks
	Text   string // of a field without what the program had put beside it
	Around string // that
}

// Comment is a remark and the text of the paragraph it stands at.
type Comment struct{ Author, Text, At string }

// Limits of what is read: far above any document of ours, far below what would
// trouble a machine.
const (
	maxParts = 5000
	maxPart  = 96 << 20
	maxText  = 32 << 20
	maxLines = 200_000
	maxAtoms = 400_000 // stretches of text and places between them
	maxMarks = 50_000  // bookmarks of ours
	maxDepth = 1_000   // of tables and fields in one another
)

// Read reads a file back. Edits that were recorded are taken as accepted. The
// error is CodeWordFile for what is no Word file or is damaged.
func Read(r io.ReaderAt, size int64) (*Returned, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, unreadable(err)
	}
	if len(z.File) > maxParts {
		return nil, unreadable(errors.New("too many parts"))
	}
	main := mainPart(z)
	body, err := partOf(z, main)
	if err != nil {
		return nil, unreadable(err)
	}
	defer func() { _ = body.Close() }()
	names := stylesOf(z, main)
	in := &scanner{d: xml.NewDecoder(body), names: names}
	in.d.Strict = true
	if err := in.scan(); err != nil {
		return nil, unreadable(err)
	}
	out := assemble(in.lines)
	out.Tracked = in.tracked
	out.Comments = commentsOf(z, main, in.lines)
	return out, nil
}

func unreadable(err error) error {
	return &briefing.Error{Code: briefing.CodeWordFile, Op: "read Word file", Err: err}
}

// partOf opens a part under the limit; a part that is not there is an error.
func partOf(z *zip.Reader, name string) (io.ReadCloser, error) {
	for _, f := range z.File {
		if !strings.EqualFold(strings.TrimPrefix(f.Name, "/"), name) {
			continue
		}
		if f.UncompressedSize64 > maxPart {
			return nil, errors.New("part too large: " + name)
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		return struct {
			io.Reader
			io.Closer
		}{&limited{r, maxPart}, r}, nil
	}
	return nil, errors.New("no part " + name)
}

// limited ends with an error what says less of its size than it has.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return n, errors.New("part too large")
	}
	return n, err
}

// mainPart is the part that the relations of the file call the document.
func mainPart(z *zip.Reader) string {
	const usual = "word/document.xml"
	r, err := partOf(z, "_rels/.rels")
	if err != nil {
		return usual
	}
	defer func() { _ = r.Close() }()
	d := xml.NewDecoder(r)
	for {
		t, err := d.Token()
		if err != nil {
			return usual
		}
		if e, ok := t.(xml.StartElement); ok && strings.HasSuffix(attr(e, "Type"), "/officeDocument") {
			return strings.TrimPrefix(attr(e, "Target"), "/")
		}
	}
}

// stylesOf gives the names of styles by their identifiers: programs keep the
// names and make identifiers of their own.
func stylesOf(z *zip.Reader, main string) map[string]string {
	out := map[string]string{}
	r, err := partOf(z, path.Join(path.Dir(main), "styles.xml"))
	if err != nil {
		return out
	}
	defer func() { _ = r.Close() }()
	d := xml.NewDecoder(r)
	id := ""
	for {
		t, err := d.Token()
		if err != nil {
			return out
		}
		if e, ok := t.(xml.StartElement); ok {
			switch e.Name.Local {
			case "style":
				id = attr(e, "styleId")
			case "name":
				out[id] = attr(e, "val")
			}
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// commentsOf reads the remarks; a file without any has none.
func commentsOf(z *zip.Reader, main string, lines []line) []Comment {
	r, err := partOf(z, path.Join(path.Dir(main), "comments.xml"))
	if err != nil {
		return nil
	}
	defer func() { _ = r.Close() }()
	at := map[string]string{}
	for _, l := range lines {
		for _, a := range l.atoms {
			if a.kind == commentAtom {
				at[a.id] = l.text()
			}
		}
	}
	var out []Comment
	d := xml.NewDecoder(r)
	inText := false
	for {
		t, err := d.Token()
		if err != nil {
			return slices.DeleteFunc(out, func(c Comment) bool { return strings.TrimSpace(c.Text) == "" })
		}
		switch e := t.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "t"
			switch {
			case e.Name.Local == "comment":
				out = append(out, Comment{Author: attr(e, "author"), At: at[attr(e, "id")]})
			case e.Name.Local == "p" && len(out) > 0 && out[len(out)-1].Text != "":
				out[len(out)-1].Text += "\n"
			}
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText && len(out) > 0 {
				out[len(out)-1].Text += string(e)
			}
		}
	}
}
