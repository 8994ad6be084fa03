package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/rivo/uniseg"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// helpWidth is where lines of help end, in columns of a terminal.
const helpWidth = 96

// helpColumn is the widest name that an explanation stands beside; a wider one
// has it on the next line.
const helpColumn = 26

// helpText is the explanation of a command, or of a word of it: an argument or
// a parameter. What is the same with all commands is told once.
func helpText(l briefing.Lang, command, word string) string {
	key := "help." + command
	if word != "" {
		key += "." + word
		if _, ok := lang.Has(l, key); !ok {
			key = "help.any." + word
		}
	}
	switch key {
	case "help.export.form", "help.picture.form":
		var forms []string
		for _, f := range app.Forms(l) {
			forms = append(forms, f[0])
		}
		return lang.T(l, key, strings.Join(forms, ", "))
	case "help.new.template":
		return lang.T(l, key, strings.Join(app.Templates(), ", "))
	case "help.sections.paper":
		return lang.T(l, key, "A4, A5")
	case "help.sections.langs":
		return lang.T(l, key, "ru, en, zh")
	case "help.sections.duplex", "help.sections.total", "help.sections.photos":
		return lang.T(l, key, "on, off")
	}
	return lang.T(l, key)
}

// help prints what a command is for and what may stand behind it, or the list
// of the commands, in the user's language.
func (e Env) help(_ kong.HelpOptions, ctx *kong.Context) error {
	p := page{l: e.Lang, w: ctx.Stdout}
	node := ctx.Selected()
	if node == nil || node.Hidden && node.Name == "window" {
		p.contents(ctx.Model)
	} else {
		p.command(ctx.Model, node)
	}
	return p.err
}

// page is a page of help.
type page struct {
	l   briefing.Lang
	w   io.Writer
	err error
}

func (p *page) line(s string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.w, s)
	}
}

func (p *page) t(key string, args ...any) string { return lang.T(p.l, "help."+key, args...) }

func (p *page) contents(model *kong.Application) {
	p.line(p.t("usage", model.Name+" "+p.t("command")))
	p.line("")
	p.wrapped("", lang.T(p.l, "cli.about"))
	p.line("")
	p.line(p.t("commands"))
	for _, c := range model.Children {
		if !c.Hidden {
			p.entry(c.Name+" "+arguments(c), helpText(p.l, c.Name, ""))
		}
	}
	p.line("")
	p.line(p.t("more", model.Name+" "+p.t("command")))
}

func (p *page) command(model *kong.Application, c *kong.Node) {
	p.line(p.t("usage", strings.Join(strings.Fields(model.Name+" "+c.Name+" "+arguments(c)+" "+p.t("options")), " ")))
	p.line("")
	p.wrapped("", helpText(p.l, c.Name, ""))
	if len(c.Positional) > 0 {
		p.line("")
		p.line(p.t("arguments"))
		for _, a := range c.Positional {
			p.entry(a.Summary(), helpText(p.l, c.Name, a.Name))
		}
	}
	p.line("")
	p.line(p.t("flags"))
	p.entry("-h, --help", helpText(p.l, c.Name, "help"))
	for _, f := range c.Flags {
		name := "--" + f.Name
		if !f.IsBool() {
			name += "=" + f.FormatPlaceHolder()
		}
		p.entry(name, helpText(p.l, c.Name, f.Name))
	}
}

func arguments(c *kong.Node) string {
	var out []string
	for _, a := range c.Positional {
		out = append(out, a.Summary())
	}
	return strings.Join(out, " ")
}

// entry is a name with its explanation beside it, or under it when the name is
// long.
func (p *page) entry(name, text string) {
	name = "  " + strings.TrimSpace(name)
	indent := strings.Repeat(" ", helpColumn+2)
	if width := uniseg.StringWidth(name); width <= helpColumn {
		p.wrapped(name+indent[width:], text)
		return
	}
	p.line(name)
	p.wrapped(indent, text)
}

// wrapped breaks a text into lines where the language lets lines end; those
// after the first stand under its beginning.
func (p *page) wrapped(first, text string) {
	start := uniseg.StringWidth(first)
	line, width, state := first, start, -1
	for text != "" {
		var piece string
		piece, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		w := uniseg.StringWidth(strings.TrimRight(piece, " "))
		if width+w > helpWidth && width > start {
			p.line(strings.TrimRight(line, " "))
			line, width = strings.Repeat(" ", start), start
		}
		line += piece
		width += uniseg.StringWidth(piece)
	}
	p.line(strings.TrimRight(line, " "))
}
