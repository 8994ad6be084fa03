package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"briefing/assets"
	"briefing/internal/briefing"
)

// family is the name under which gofpdf keeps a font. gofpdf writes it in
// lower case behind "utf8"; it is as long as the name that replaces it.
func family(name assets.FontName) string { return strings.ToLower(string(name)) + "cut" }

// finish adds what gofpdf does not write: the language, page labels, the
// wish to show the title, an identifier, and proper names of cut fonts. The
// catalogue is the last object, so that only the end of the file moves.
func finish(file []byte, l briefing.Lang) ([]byte, error) {
	sum := sha256.Sum256(file)
	nameFonts(file)
	broken := &briefing.Error{Code: briefing.CodeInternal, Op: "finish PDF", Err: errors.New("unexpected structure")}
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, broken
	}
	offset, err := strconv.Atoi(string(bytes.TrimSpace(bytes.TrimSuffix(bytes.TrimSpace(file[at+10:]), []byte("%%EOF")))))
	if err != nil || offset <= 0 || offset >= at {
		return nil, broken
	}
	const catalog, trailer = "/Type /Catalog\n", "trailer\n<<\n"
	cat := bytes.LastIndex(file[:offset], []byte(catalog))
	tr := bytes.LastIndex(file[:at], []byte(trailer))
	if cat < 0 || tr < offset {
		return nil, broken
	}
	cat, tr = cat+len(catalog), tr+len(trailer)
	more := fmt.Sprintf("/Lang (%s)\n/PageLabels << /Nums [0 << /S /D >>] >>\n/ViewerPreferences << /DisplayDocTitle true >>\n", tag(l))
	id := hex.EncodeToString(sum[:16])
	var out bytes.Buffer
	out.Grow(len(file) + 400)
	out.Write(file[:cat])
	out.WriteString(more)
	out.Write(file[cat:tr])
	fmt.Fprintf(&out, "/ID [<%s> <%s>]\n", id, id)
	out.Write(file[tr:at])
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", offset+len(more))
	return out.Bytes(), nil
}

// tag is the language tag of a document.
func tag(l briefing.Lang) string {
	switch l {
	case briefing.EN:
		return "en-GB"
	case briefing.ZH:
		return "zh-CN"
	}
	return "ru-RU"
}

// nameFonts gives the fonts the names that cut fonts bear, with a tag of six
// capitals in front; the names keep their length.
func nameFonts(file []byte) {
	for i, name := range assets.FontNames() {
		old := []byte("/utf8" + family(name))
		tag := []byte("/BRAAAA+" + string(name))
		tag[5], tag[6] = byte('A'+i/26), byte('A'+i%26)
		for at := 0; ; {
			k := bytes.Index(file[at:], old)
			if k < 0 {
				break
			}
			copy(file[at+k:], tag)
			at += k + len(old)
		}
	}
}
