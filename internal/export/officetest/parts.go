package officetest

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// Part is a file in a package: in a workbook, a Word file or an archive.
type Part struct{ Name, Text string }

// Parts are the parts of a package, in their order.
func Parts(t testing.TB, data []byte) []Part {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out []Part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, Part{f.Name, string(text)})
	}
	return out
}

// Packed puts parts into a package.
func Packed(t testing.TB, parts []Part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p.Text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Edited is a Word file with texts of its main part replaced, pair by pair and each
// once, as somebody with a word processor does. One that it does not say fails the
// test.
func Edited(t testing.TB, word []byte, pairs ...string) []byte {
	t.Helper()
	parts := Parts(t, word)
	for n := range parts {
		p := &parts[n]
		for i := 0; i < len(pairs) && p.Name == "word/document.xml"; i += 2 {
			if !strings.Contains(p.Text, pairs[i]) {
				t.Fatalf("the file does not say %q", pairs[i])
			}
			p.Text = strings.Replace(p.Text, pairs[i], pairs[i+1], 1)
		}
	}
	return Packed(t, parts)
}
