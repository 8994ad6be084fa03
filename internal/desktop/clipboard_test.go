package desktop_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"briefing/internal/desktop"
)

// fake is a system with some programs.
type fake struct {
	has string
	ran []string
}

func (f *fake) Has(name string) bool { return strings.Contains(f.has, name) }

func (f *fake) Feed(input, name string, args ...string) error {
	f.ran = append(f.ran, name+" "+strings.Join(args, " ")+" < "+input)
	return nil
}

func TestHTMLGoesToTheProgramThatTheSystemHas(t *testing.T) {
	for name, c := range map[string]struct {
		system  string
		wayland bool
		has     string
		want    string
	}{
		"wayland":            {"linux", true, "wl-copy xclip", "wl-copy --type text/html < <b>т</b>"},
		"X":                  {"linux", false, "wl-copy xclip", "xclip -selection clipboard -t text/html < <b>т</b>"},
		"wayland with xclip": {"linux", true, "xclip", "xclip -selection clipboard -t text/html < <b>т</b>"},
		"nothing":            {"linux", true, "", ""},
		"macOS":              {"darwin", false, "", "osascript - < set the clipboard to {«class utf8»:«data utf8D182», «class HTML»:«data HTML3C623ED1823C2F623E»}\n"},
		"Windows without":    {"windows", false, "", ""},
	} {
		f := &fake{has: c.has}
		err := desktop.Clipboard{System: c.system, Wayland: c.wayland, Commands: f}.Put("т", "<b>т</b>")
		if got := strings.Join(f.ran, "|"); got != c.want || (c.want == "") != errors.Is(err, desktop.ErrNoFormatted) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	said := ""
	native := func(text, html string) error {
		said = text + html
		return nil
	}
	if err := (desktop.Clipboard{System: "windows", Native: native}).Put("a", "<b>"); err != nil || said != "a<b>" {
		t.Errorf("Windows: %q, %v", said, err)
	}
}

func TestTheHeadOfHTMLCountsItsBytes(t *testing.T) {
	const fragment = "<table><tr><td>Мясо 牛肉</td></tr></table>"
	all := desktop.HTMLFormat(fragment)
	at := func(key string) (n int) {
		_, rest, _ := strings.Cut(all, key+":")
		if _, err := fmt.Sscanf(rest, "%d", &n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if got := all[at("StartFragment"):at("EndFragment")]; got != fragment {
		t.Errorf("fragment %q", got)
	}
	if got := all[at("StartHTML"):at("EndHTML")]; !strings.HasPrefix(got, "<html>") || !strings.HasSuffix(got, "</html>") {
		t.Errorf("document %q", got)
	}
}
