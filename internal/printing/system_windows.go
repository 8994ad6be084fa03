package printing

import (
	"path/filepath"
	"runtime"

	"golang.org/x/sys/windows"
)

// System prints by what Windows opens PDFs with: its verb is print, or printto
// for a printer that is named. Paper and sides the file asks for itself.
func System() Printer {
	return Printer{System: runtime.GOOS, Runner: commands{}, Shell: shell}
}

func shell(path, printer string) error {
	verb, args := "print", ""
	if printer != "" {
		verb, args = "printto", `"`+printer+`"`
	}
	var text [4]*uint16
	for i, s := range []string{verb, path, args, filepath.Dir(path)} {
		p, err := windows.UTF16PtrFromString(s)
		if err != nil {
			return err
		}
		text[i] = p
	}
	return windows.ShellExecute(0, text[0], text[1], text[2], text[3], windows.SW_HIDE)
}
