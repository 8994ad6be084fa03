package pack

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/picture"
)

// pictureLine takes a line «![подпись](файл.png)» apart.
func pictureLine(line string) (caption, file string, ok bool) {
	rest, ok := strings.CutPrefix(line, "![")
	if !ok {
		return "", "", false
	}
	at := strings.LastIndex(rest, "](")
	if at < 0 || !strings.HasSuffix(rest, ")") {
		return "", "", false
	}
	file = strings.TrimSpace(rest[at+2 : len(rest)-1])
	return strings.TrimSpace(rest[:at]), file, file != ""
}

// picture is an attached image, or what stands in its place and why.
func (b *builder) picture(owner briefing.Ref, caption, file string) document.Picture {
	out := document.Picture{Origin: &owner, File: file}
	if runs, ok := b.bound(caption); ok {
		out.Caption = document.RunsText(runs)
	}
	fault := picture.Missing
	if b.s.Attached != nil {
		if data, ok := b.s.Attached(owner, file); ok {
			var p picture.Picture
			p, fault = picture.Read(data)
			out.Data, out.PNG, out.Width, out.Height = p.Data, p.PNG, p.Width, p.Height
		}
	}
	if fault != "" {
		out.Fault = string(fault)
		out.Says = lang.T(b.l, "pack.picture.left_out", file)
	}
	return out
}
