package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/safefile"
)

// Shape says how a table of free form is read.
type Shape = importer.Shape

// ShapeColumn says what a column of such a table means.
type ShapeColumn = importer.ShapeColumn

// ShapeExt is the extension of files that hold a shape.
const ShapeExt = importer.ShapeExt

// ShapeDims are dimensions that a header gives its column's figures.
type ShapeDims = importer.Dims

// ShapeConstants hold for all rows that do not say otherwise.
type ShapeConstants = importer.Constants

// ShapeGuess is a proposal for a table that no profile fits, with a reason for
// each column.
type ShapeGuess = importer.Guessed

// ShapePreview shows the beginning of a file as a shape would store it.
type ShapePreview = importer.ShapePreview

// ColumnRole is what a column says of an observation.
type ColumnRole = importer.Role

// ColumnRoles are the roles that columns of a free table can have, in the order
// of a list; the first is none.
func ColumnRoles() []ColumnRole {
	return []ColumnRole{
		importer.NoRole, RolePartner, RoleReporter, RoleRegion, importer.RoleProvince, RoleCode, RoleProduct, RoleFlow,
		RolePeriod, importer.RoleYear, importer.RoleMonth, RoleValue, importer.RoleValueUnit, RoleWeight,
		importer.RoleWeightUnit, importer.RoleQuantity, importer.RoleQuantityUnit, importer.RoleBasis,
		importer.RoleClassification, importer.RoleStatus, importer.RoleAxis,
	}
}

// Roles that a shape is mostly made of.
const (
	RolePartner  = importer.RolePartner
	RoleReporter = importer.RoleReporter
	RoleQuantity = importer.RoleQuantity
	RoleRegion   = importer.RoleRegion
	RoleProvince = importer.RoleProvince
	RoleCode     = importer.RoleCode
	RoleProduct  = importer.RoleProduct
	RoleFlow     = importer.RoleFlow
	RolePeriod   = importer.RolePeriod
	RoleValue    = importer.RoleValue
	RoleWeight   = importer.RoleWeight
)

// SavedShape is a shape in the user's folder of profiles.
type SavedShape struct {
	Name  string
	Path  string
	Shape Shape
}

// GuessShape proposes how a file that no profile fits is read. Nothing is
// stored. A file without a table of figures gives CodeNoHeader.
func (p *Project) GuessShape(ctx context.Context, path string) (*ShapeGuess, error) {
	return p.GuessTable(ctx, path, "")
}

// GuessTable is GuessShape for the table of the file that is named: by its sheet, or
// as ShapeGuess.Table names one of several on a sheet. CodeNoHeader, too, where there
// is none of that name.
func (p *Project) GuessTable(ctx context.Context, path, table string) (*ShapeGuess, error) {
	g, err := importer.GuessFile(ctx, path, importer.Options{Table: table})
	return g, placed(err, path)
}

// PreviewShape shows the first and the suspicious rows of a file as the shape
// would store them, under the options' units. Nothing is stored, and only the
// beginning of a long file is looked at. A shape that does not fit the file
// gives CodeBadProfile.
func (p *Project) PreviewShape(ctx context.Context, path string, s Shape, o ImportOptions) (*ShapePreview, error) {
	o.Shape = &s
	v, err := importer.PreviewFile(ctx, path, p.importing(o))
	return v, placed(err, path)
}

// SaveShape keeps a shape under a name in the user's folder, in place of one of
// the same name; it is offered for every file that it fits. The path is of a
// file that can be handed on. Names of built-in profiles are CodeBadProfile.
func (w World) SaveShape(name string, s Shape) (path string, err error) {
	b, err := importer.EncodeShape(importer.NamedShape{Name: name, Shape: s})
	if err != nil {
		return "", err
	}
	if w.Profiles == "" {
		return "", &briefing.Error{Code: briefing.CodeNotFound, Op: "save shape"}
	}
	if err := safefile.PrivateDir(w.Profiles); err != nil {
		return "", err
	}
	path = filepath.Join(w.Profiles, safefile.SafeName(name)+importer.ShapeExt)
	saved, _ := w.Shapes()
	for _, old := range saved {
		if old.Name == name {
			path = old.Path
		}
	}
	for n := 2; slices.ContainsFunc(saved, func(o SavedShape) bool { return o.Path == path && o.Name != name }); n++ {
		path = filepath.Join(w.Profiles, fmt.Sprintf("%s-%d%s", safefile.SafeName(name), n, importer.ShapeExt))
	}
	return path, safefile.WriteFile(path, b)
}

// Shapes lists the saved shapes by name. Files that are none are left out; err
// tells of the first of them, and the others are listed all the same.
func (w World) Shapes() (saved []SavedShape, err error) {
	if w.Profiles == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(w.Profiles)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, safefile.Error("list shapes", w.Profiles, err)
	}
	for _, e := range entries {
		if !strings.EqualFold(filepath.Ext(e.Name()), importer.ShapeExt) || !e.Type().IsRegular() {
			continue
		}
		s, bad := LoadShape(filepath.Join(w.Profiles, e.Name()))
		if bad != nil {
			if err == nil {
				err = bad
			}
			continue
		}
		saved = append(saved, s)
	}
	slices.SortFunc(saved, func(a, b SavedShape) int { return strings.Compare(a.Name, b.Name) })
	return slices.CompactFunc(saved, func(a, b SavedShape) bool { return a.Name == b.Name }), err
}

// RemoveShape deletes a saved shape; a name that is not there is CodeNotFound.
func (w World) RemoveShape(name string) error {
	saved, _ := w.Shapes()
	for _, s := range saved {
		if s.Name == name {
			return safefile.Remove(s.Path)
		}
	}
	return &briefing.Error{Code: briefing.CodeNotFound, Op: "remove shape", Path: name}
}

// LoadShape reads a file that SaveShape or another user's program wrote. Errors
// are CodeNotFound, CodeBadProfile, CodeNewer, CodeTooLarge.
func LoadShape(path string) (SavedShape, error) {
	f, err := os.Open(path) // the user's own choice
	if err != nil {
		return SavedShape{}, safefile.Error("read shape", path, err)
	}
	defer func() { _ = f.Close() }() // opened for reading only
	b, err := io.ReadAll(io.LimitReader(f, importer.ShapeFileLimit+1))
	if err != nil {
		return SavedShape{}, safefile.Error("read shape", path, err)
	}
	n, err := importer.DecodeShape(b)
	if err != nil {
		var e *briefing.Error
		if errors.As(err, &e) {
			c := *e
			c.Path = path
			err = &c
		}
		return SavedShape{}, err
	}
	return SavedShape{Name: n.Name, Path: path, Shape: n.Shape}, nil
}

// WriteShape writes a shape to a file of the user's choice, in place of what
// is there.
func WriteShape(path, name string, s Shape) error {
	b, err := importer.EncodeShape(importer.NamedShape{Name: name, Shape: s})
	if err != nil {
		return err
	}
	if err := mayTake(path); err != nil {
		return err
	}
	return safefile.WriteFile(path, b)
}

// namedShapes are the saved shapes for the importer; broken files are left out.
func (w World) namedShapes() []importer.NamedShape {
	saved, _ := w.Shapes()
	var out []importer.NamedShape
	for _, s := range saved {
		out = append(out, importer.NamedShape{Name: s.Name, Shape: s.Shape})
	}
	return out
}
