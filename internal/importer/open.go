package importer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/zip"

	"briefing/internal/briefing"
	"briefing/internal/importer/ahead"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/dbf"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/delimited"
	"briefing/internal/importer/htmltable"
	"briefing/internal/importer/ods"
	"briefing/internal/importer/sniff"
	"briefing/internal/importer/xls"
	"briefing/internal/importer/xlsx"
)

// part is one file: the file given, or one inside an archive.
type part struct {
	file     string
	size     int64 // of a text file, as far as known
	kind     sniff.Kind
	encoding decode.Encoding
	presumed bool // the encoding, of a large file by its beginning; see presume.go
	variants []variant
}

// variant is one way to read a part: the delimiters of a text are tried.
type variant struct {
	delimiter byte
	tables    []cells.Table
}

// open tells what the input is and opens it.
func open(ctx context.Context, in cells.Input, l cells.Limits, words func(string) int) ([]part, error) {
	if l.Bytes > 0 && in.Size > l.Bytes {
		return nil, cells.TooLarge("open", in.Name)
	}
	if in.Size == 0 {
		return nil, &briefing.Error{Code: briefing.CodeEmptyFile, Op: "open", Path: in.Name}
	}
	kind, err := sniff.Sniff(in.Name, in.Data, in.Size)
	if err != nil {
		return nil, err
	}
	o, err := openKind(kind, in.Name)
	if err != nil {
		return nil, err
	}
	return o.open(ctx, in, l, words)
}

func openText(ctx context.Context, in cells.Input, l cells.Limits, words func(string) int) ([]part, error) {
	p := part{file: in.Name, kind: sniff.Text, size: in.Size}
	if in.Data == nil { // a claim
		p.size = min(p.size, heldLimit)
	}
	var err error
	if in.Presume {
		var sure bool
		p.encoding, sure, err = decode.Presume(cancellable(ctx, in), words)
		p.presumed = !sure
	} else {
		p.encoding, err = decode.Detect(cancellable(ctx, in), words)
	}
	if err != nil {
		return nil, readError(in.Name, err)
	}
	for _, d := range delimited.Delimiters() {
		p.variants = append(p.variants, variant{d, []cells.Table{
			delimited.Table{Input: in, Encoding: p.encoding, Delimiter: d, Limits: l},
		}})
	}
	return []part{p}, nil
}

func openXLSX(_ context.Context, in cells.Input, l cells.Limits, _ func(string) int) ([]part, error) {
	b, err := xlsx.Open(in.Name, in.Data, in.Size, l)
	if err != nil {
		return nil, err
	}
	return []part{{file: in.Name, kind: sniff.XLSX, variants: []variant{{0, b.Tables()}}}}, nil
}

func openHTML(ctx context.Context, in cells.Input, l cells.Limits, words func(string) int) ([]part, error) {
	page, err := htmltable.Open(ctx, in, l, words)
	if err != nil {
		return nil, err
	}
	return []part{{file: in.Name, kind: sniff.HTML, encoding: page.Encoding(), variants: []variant{{0, page.Tables()}}}}, nil
}

func openXLS(_ context.Context, in cells.Input, l cells.Limits, _ func(string) int) ([]part, error) {
	b, err := xls.Open(in.Name, in.Data, in.Size, l)
	if err != nil {
		return nil, err
	}
	return []part{{file: in.Name, kind: sniff.XLS, variants: []variant{{0, b.Tables()}}}}, nil
}

func openODS(_ context.Context, in cells.Input, l cells.Limits, _ func(string) int) ([]part, error) {
	b, err := ods.Open(in.Name, in.Data, in.Size, l)
	if err != nil {
		return nil, err
	}
	return []part{{file: in.Name, kind: sniff.ODS, variants: []variant{{0, b.Tables()}}}}, nil
}

func openDBF(_ context.Context, in cells.Input, l cells.Limits, words func(string) int) ([]part, error) {
	t, err := dbf.Open(in, l, words)
	if err != nil {
		return nil, err
	}
	return []part{{file: in.Name, kind: sniff.DBF, encoding: t.Encoding(), variants: []variant{{0, []cells.Table{t}}}}}, nil
}

// openZip opens the files of an archive that can be tables. Archives inside
// it are not opened, unless they are workbooks.
func openZip(ctx context.Context, in cells.Input, l cells.Limits, words func(string) int) ([]part, error) {
	z, err := zip.NewReader(in.Data, in.Size)
	if err != nil {
		return nil, &briefing.Error{Code: briefing.CodeTruncated, Op: "open archive", Path: in.Name, Err: err}
	}
	if l.Parts > 0 && len(z.File) > l.Parts {
		return nil, cells.TooLarge("open archive", in.Name)
	}
	var parts, passed, empty []part // what is no table is named as left out
	for _, f := range z.File {
		if f.FileInfo().IsDir() || hidden(f.Name) {
			continue
		}
		name := in.Name + path.Clean("/"+strings.ReplaceAll(f.Name, `\`, "/")) // folders tell periods
		if f.UncompressedSize64 == 0 {
			empty = append(empty, part{file: name})
			continue
		}
		if f.Flags&1 != 0 {
			return nil, &briefing.Error{Code: briefing.CodeEncrypted, Op: "open archive", Path: name}
		}
		ps, err := openEntry(ctx, f, name, l, words)
		if err != nil {
			return nil, err
		}
		for _, p := range ps {
			if len(p.variants) == 0 {
				passed = append(passed, p)
			} else {
				parts = append(parts, p)
			}
		}
	}
	switch {
	case len(parts) > 0:
	case len(passed) == 1: // it is what the archive was made for
		return nil, &briefing.Error{Code: refusal(passed[0].kind), Op: "open archive", Path: passed[0].file}
	default:
		return nil, &briefing.Error{Code: briefing.CodeForeign, Op: "open archive", Path: in.Name}
	}
	return append(append(parts, passed...), empty...), nil
}

// hidden tells the files that systems add to archives.
func hidden(name string) bool {
	return strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(path.Base(name), ".") || path.Base(name) == "Thumbs.db"
}

// openEntry opens one file of an archive: text as a stream that can be begun
// again, a workbook from memory.
func openEntry(ctx context.Context, f *zip.File, name string, l cells.Limits, words func(string) int) ([]part, error) {
	in := cells.Input{Name: name, Size: int64(f.UncompressedSize64), Open: func() (io.ReadCloser, error) { // a claim; Capped counts
		r, err := f.Open()
		if err != nil {
			return nil, &briefing.Error{Code: briefing.CodeTruncated, Op: "open archive", Path: name, Err: err}
		}
		return ahead.Capped(r, f.UncompressedSize64, l.Unzipped, name), nil
	}}
	head, err := headOf(in)
	if err != nil {
		return nil, readError(name, err)
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return openHeld(ctx, in, l, words)
	}
	switch k := sniff.OfHead(head, in.Size); k {
	case sniff.Text:
		return openText(ctx, in, l, words)
	case sniff.HTML, sniff.DBF:
		return openHeld(ctx, in, l, words)
	default:
		return []part{{file: name, kind: k}}, nil
	}
}

// heldLimit is how much of an archive's file is held in memory, for readers
// that move about in it.
const heldLimit = 512 << 20

// openHeld opens a file of an archive from memory. An archive in the archive,
// or a kind that is not read, is a part without variants; a workbook that
// cannot be read is told.
func openHeld(ctx context.Context, in cells.Input, l cells.Limits, words func(string) int) ([]part, error) {
	data, err := whole(in)
	if err != nil {
		return nil, readError(in.Name, err)
	}
	in = cells.Section(in.Name, bytes.NewReader(data), int64(len(data)))
	k, err := sniff.Sniff(in.Name, in.Data, in.Size)
	if err != nil {
		return nil, err
	}
	if _, err := openKind(k, in.Name); k == sniff.Zip || err != nil && k != sniff.Encrypted && k != sniff.XLSB {
		return []part{{file: in.Name, kind: k}}, nil
	}
	return open(ctx, in, l, words)
}

func headOf(in cells.Input) ([]byte, error) {
	r, err := in.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	head := make([]byte, 8192)
	n, err := io.ReadFull(r, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return head[:n], err
}

func whole(in cells.Input) ([]byte, error) {
	r, err := in.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	return io.ReadAll(cells.Capped(r, heldLimit, in.Name))
}

// readError gives an error of reading its code.
func readError(name string, err error) error {
	var ours *briefing.Error
	switch {
	case err == nil || errors.As(err, &ours):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return &briefing.Error{Code: briefing.CodeCancelled, Op: "read", Path: name, Err: err}
	}
	return &briefing.Error{Code: briefing.CodeTruncated, Op: "read", Path: name, Err: err}
}

// cancellable makes reads of the input fail once the context has ended.
func cancellable(ctx context.Context, in cells.Input) cells.Input {
	open := in.Open
	in.Open = func() (io.ReadCloser, error) {
		r, err := open()
		if err != nil {
			return nil, err
		}
		return struct {
			io.Reader
			io.Closer
		}{contextReader{ctx, r}, r}, nil
	}
	return in
}

type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

func baseName(file string) string {
	return file[strings.LastIndexByte(file, '/')+1:]
}
