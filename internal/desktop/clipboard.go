package desktop

import (
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// ErrNoFormatted says that the system has no way to put formatted text on the
// clipboard: the toolkit knows plain text only.
var ErrNoFormatted = errors.New("no way to copy formatted text")

// Commands run programs of the system; tests have their own.
type Commands interface {
	// Has reports whether there is such a program.
	Has(name string) bool
	// Feed runs it to its end with what it reads.
	Feed(input, name string, args ...string) error
}

// Clipboard puts a table on the system's clipboard as HTML, past the toolkit.
type Clipboard struct {
	System   string // runtime.GOOS
	Wayland  bool
	Commands Commands
	Native   func(text, html string) error // Windows: its own calls
}

// Put places HTML, and where the system takes two forms at once (Windows, macOS)
// the plain text with it. Elsewhere the programs that there are keep one form, so
// that what is pasted as plain text has to be copied as such. The error is
// ErrNoFormatted where there is no program for it.
func (c Clipboard) Put(text, html string) error {
	switch c.System {
	case "windows":
		if c.Native == nil {
			return ErrNoFormatted
		}
		return c.Native(text, html)
	case "darwin":
		data := func(kind, s string) string {
			return "«data " + kind + strings.ToUpper(hex.EncodeToString([]byte(s))) + "»"
		}
		return c.Commands.Feed("set the clipboard to {«class utf8»:"+data("utf8", text)+", «class HTML»:"+data("HTML", html)+"}\n", "osascript", "-")
	}
	if c.Wayland && c.Commands.Has("wl-copy") {
		return c.Commands.Feed(html, "wl-copy", "--type", "text/html")
	}
	if c.Commands.Has("xclip") {
		return c.Commands.Feed(html, "xclip", "-selection", "clipboard", "-t", "text/html")
	}
	return ErrNoFormatted
}

// programs are those of the system.
type programs struct{}

func (programs) Has(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

func (programs) Feed(input, name string, args ...string) error {
	cmd := exec.Command(name, args...) //nolint:gosec // one of three names, no shell
	cmd.Stdin = strings.NewReader(input)
	// What they say is not read: they stay behind to serve what was copied, and
	// would hold the pipe.
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func onWayland() bool { return os.Getenv("WAYLAND_DISPLAY") != "" }

// HTMLFormat is HTML as the clipboard of Windows wants it: a head that counts
// where in its bytes the document and the fragment begin and end.
func HTMLFormat(html string) string {
	const (
		head = "Version:0.9\r\nStartHTML:%010d\r\nEndHTML:%010d\r\nStartFragment:%010d\r\nEndFragment:%010d\r\n"
		open = "<html><body><!--StartFragment-->"
		tail = "<!--EndFragment--></body></html>"
	)
	html = strings.ReplaceAll(html, "\x00", "")
	from := len(fmt.Sprintf(head, 0, 0, 0, 0))
	first := from + len(open)
	last := first + len(html)
	return fmt.Sprintf(head, from, last+len(tail), first, last) + open + html + tail
}
