package importer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// ShapeExt is the extension of files that hold a saved shape.
const ShapeExt = ".briefing-profile"

// ShapeFileLimit is the size in bytes above which a file is no saved shape.
const ShapeFileLimit = 1 << 20

// shapeVersion is the version of the files' form.
const shapeVersion = 1

// shapeFile is the form of the file.
type shapeFile struct {
	Version int    `json:"briefingProfile"`
	Name    string `json:"name"`
	// Fingerprint is of the headers; it is for people who compare files, and is
	// reckoned anew when a file is read.
	Fingerprint string `json:"fingerprint"`
	Shape       Shape  `json:"shape"`
}

// Fingerprint identifies a shape by its headers, whatever periods they name.
func (s *Shape) Fingerprint() string {
	h := sha256.New()
	seen := map[string]bool{}
	for _, form := range s.headers() {
		if strings.Contains(form, "{}") && seen[form] { // more years, the same shape
			continue
		}
		seen[form] = true
		_, _ = h.Write(append([]byte(form), 0)) // never fails
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Check refuses a name or a shape that cannot be saved: CodeBadProfile.
func (n *NamedShape) Check() error {
	taken := slices.ContainsFunc(Profiles(), func(p Profile) bool { return p.Key == n.Name }) || n.Name == ProfileTable
	if taken || strings.TrimSpace(n.Name) != n.Name || n.Name == "" || len(n.Name) > 200 || !utf8.ValidString(n.Name) || strings.ContainsFunc(n.Name, unicode.IsControl) {
		return &briefing.Error{Code: briefing.CodeBadProfile, Op: "name shape", Path: n.Name}
	}
	return n.Shape.Check()
}

// EncodeShape writes a shape as the text of its file.
func EncodeShape(n NamedShape) ([]byte, error) {
	if err := n.Check(); err != nil {
		return nil, err
	}
	b, err := json.MarshalIndent(shapeFile{shapeVersion, n.Name, n.Shape.Fingerprint(), n.Shape}, "", "  ")
	if err != nil {
		return nil, &briefing.Error{Code: briefing.CodeInternal, Op: "write shape", Err: err}
	}
	return append(b, '\n'), nil
}

// DecodeShape reads the text of a shape's file. What is none, or holds what
// this version does not know, is CodeBadProfile; CodeNewer is a file of a newer
// version, CodeTooLarge one above ShapeFileLimit.
func DecodeShape(b []byte) (NamedShape, error) {
	if len(b) > ShapeFileLimit {
		return NamedShape{}, &briefing.Error{Code: briefing.CodeTooLarge, Op: "read shape"}
	}
	bad := func(err error) error {
		return &briefing.Error{Code: briefing.CodeBadProfile, Op: "read shape", Err: err}
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	var v struct {
		Version int `json:"briefingProfile"`
	}
	switch err := json.Unmarshal(b, &v); {
	case err != nil:
		return NamedShape{}, bad(err)
	case v.Version > shapeVersion:
		return NamedShape{}, &briefing.Error{Code: briefing.CodeNewer, Op: "read shape"}
	case v.Version < 1:
		return NamedShape{}, bad(errors.New("no version"))
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	var f shapeFile
	if err := d.Decode(&f); err != nil {
		return NamedShape{}, bad(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return NamedShape{}, bad(errors.New("text after the shape"))
	}
	n := NamedShape{Name: f.Name, Shape: f.Shape}
	return n, n.Check()
}
