// Package decode tells the encoding of a text file and reads it as UTF-8.
//
// It promises that nothing is guessed where strict decoding can tell: a byte
// order mark decides, then valid UTF-8; only then the code pages of the
// trade are weighed, by the words a header may hold and by the letters they
// make. What an encoding cannot read comes out as U+FFFD or as invalid UTF-8,
// never as another letter.
package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/sniff"
)

// Encoding names an encoding as reports show it.
type Encoding string

// The encodings met in the trade.
const (
	UTF8    Encoding = "utf-8"
	UTF8BOM Encoding = "utf-8-sig"
	UTF16LE Encoding = "utf-16le"
	UTF16BE Encoding = "utf-16be"
	CP1251  Encoding = "cp1251"
	CP866   Encoding = "cp866"
	CP1252  Encoding = "cp1252"
	GB18030 Encoding = "gb18030"
)

// Encodings lists them in their order.
func Encodings() []Encoding {
	return []Encoding{UTF8, UTF8BOM, UTF16LE, UTF16BE, CP1251, CP866, CP1252, GB18030}
}

// Codec gives the codec; encoding.Nop for UTF-8 without a mark.
func (e Encoding) Codec() encoding.Encoding {
	switch e {
	case UTF8BOM:
		return unicode.UTF8BOM
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case CP1251:
		return charmap.Windows1251
	case CP866:
		return charmap.CodePage866
	case CP1252:
		return charmap.Windows1252
	case GB18030:
		return simplifiedchinese.GB18030
	}
	return encoding.Nop
}

// Reader reads r as UTF-8 without a byte order mark.
func (e Encoding) Reader(r io.Reader) io.Reader {
	switch e {
	case UTF8:
		return r
	case UTF8BOM:
		return &skipping{r: r, skip: []byte("\xef\xbb\xbf")}
	}
	return e.Codec().NewDecoder().Reader(r)
}

// skipping leaves out the given first bytes; the rest passes unchanged, so
// that wrong bytes stay visible as such.
type skipping struct {
	r    io.Reader
	skip []byte
	done bool
}

func (s *skipping) Read(p []byte) (int, error) {
	if s.done {
		return s.r.Read(p)
	}
	s.done = true
	head := make([]byte, len(s.skip))
	n, err := io.ReadFull(s.r, head)
	head = head[:n]
	if bytes.Equal(head, s.skip) {
		return s.r.Read(p)
	}
	s.r = io.MultiReader(bytes.NewReader(head), s.r)
	if err != nil && n == 0 {
		return 0, err
	}
	return s.r.Read(p)
}

// sampleSize is how much text with letters beyond ASCII is weighed.
const sampleSize = 64 << 10

// evidence is what one pass over the bytes tells.
type evidence struct {
	head   []byte
	valid  bool   // UTF-8 throughout
	multi  int    // sound UTF-8 letters beyond ASCII
	wrong  int    // bytes that are not UTF-8
	sample []byte // the lines that have any byte beyond ASCII
}

// Detect tells the encoding. words scores a decoded sample by the words of
// headers that are known, it may be nil.
func Detect(in cells.Input, words func(text string) int) (Encoding, error) {
	r, err := in.Open()
	if err != nil {
		return "", err
	}
	defer func() { _ = r.Close() }()
	ev, err := gather(r)
	if err != nil {
		return "", err
	}
	return ev.verdict(words), nil
}

// Presumed is how much of a file Presume looks at.
const Presumed = 1 << 20

// Presume is Detect that does not go through a large file which begins as sound
// UTF-8: it gives UTF8, and sure is false. Who reads such a file and meets a
// byte that is none has to ask Detect.
func Presume(in cells.Input, words func(text string) int) (e Encoding, sure bool, err error) {
	r, err := in.Open()
	if err != nil {
		return "", false, err
	}
	defer func() { _ = r.Close() }()
	head := make([]byte, Presumed)
	n, err := io.ReadFull(r, head)
	whole := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if err != nil && !whole {
		return "", false, err
	}
	ev := evidence{head: head[:min(n, headSize)], valid: true}
	ev.take(head[:n], whole)
	if mark := ev.mark(); whole || mark != "" {
		return ev.verdict(words), true, nil
	}
	if ev.valid {
		return UTF8, false, nil
	}
	e, err = Detect(in, words)
	return e, true, err
}

// mark is the encoding that the first bytes alone decide on, or none.
func (ev *evidence) mark() Encoding {
	switch {
	case bytes.HasPrefix(ev.head, []byte("\xef\xbb\xbf")):
		return UTF8BOM
	case bytes.HasPrefix(ev.head, []byte("\xff\xfe")):
		return UTF16LE
	case bytes.HasPrefix(ev.head, []byte("\xfe\xff")):
		return UTF16BE
	}
	if order, ok := sniff.WideOrder(ev.head); ok {
		if order == binary.ByteOrder(binary.BigEndian) {
			return UTF16BE
		}
		return UTF16LE
	}
	return ""
}

func (ev *evidence) verdict(words func(string) int) Encoding {
	if mark := ev.mark(); mark != "" {
		return mark
	}
	// A file in UTF-8 with spoilt bytes, or with rows pasted in from another
	// encoding, is still UTF-8: its rows that hold them are rejected one by one.
	// No text in a code page makes that many sound letters of several bytes.
	if ev.valid || ev.multi > 3*ev.wrong {
		return UTF8
	}
	return weigh(ev.sample, words)
}

// headSize is how much of a file tells UTF-16 without a mark.
const headSize = 8192

// gather goes through the file once.
func gather(r io.Reader) (evidence, error) {
	ev := evidence{valid: true}
	buf := make([]byte, 0, 256<<10)
	for {
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if len(ev.head) < headSize {
			ev.head = append(ev.head, buf[len(buf)-n:][:min(n, headSize-len(ev.head))]...)
		}
		if len(buf) == cap(buf) || err != nil {
			keep := ev.take(buf, err != nil)
			buf = append(buf[:0], buf[len(buf)-keep:]...)
		}
		if err == io.EOF { // io.Reader's contract
			return ev, nil
		}
		if err != nil {
			return ev, err
		}
	}
}

// take weighs a stretch of the file and tells how many of its last bytes must
// come again with the next one.
func (ev *evidence) take(b []byte, last bool) (keep int) {
	if !last {
		for keep = 1; keep < utf8.UTFMax && keep < len(b) && !utf8.RuneStart(b[len(b)-keep]); keep++ {
		}
		if keep == utf8.UTFMax || len(b) <= keep {
			keep = 0
		}
		b = b[:len(b)-keep]
	}
	if ascii(b) {
		return keep
	}
	if !utf8.Valid(b) {
		ev.valid = false
	}
	if ev.multi+ev.wrong < 1<<20 {
		ev.count(b)
	}
	for line := range bytes.Lines(b) {
		if len(ev.sample) >= sampleSize {
			break
		}
		if !ascii(line) {
			ev.sample = append(ev.sample, line[:min(len(line), sampleSize-len(ev.sample))]...)
		}
	}
	return keep
}

func (ev *evidence) count(b []byte) {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			ev.wrong++
		case n > 1:
			ev.multi++
		}
		b = b[n:]
	}
}

func ascii(b []byte) bool {
	for len(b) >= 8 {
		if binary.LittleEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
