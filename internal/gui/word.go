package gui

import (
	"context"
	"path/filepath"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/wordback"
	"briefing/internal/redline"
)

// wordFiles parts Word files from others.
func wordFiles(files []string) (words, others []string) {
	for _, f := range files {
		if strings.EqualFold(filepath.Ext(f), ".docx") {
			words = append(words, f)
		} else {
			others = append(others, f)
		}
	}
	return words, others
}

// takeWords shows what was edited in Word files of ours, one after another, and
// then the import of the other files; a Word file that is none of ours is among
// these, since its tables may be wanted and the import says what to do.
func (s *Shell) takeWords(words, others []string) {
	se := s.open
	switch {
	case se == nil:
	case len(words) == 0:
		s.importFiles(others...)
	default:
		path, words := words[0], words[1:]
		var found redline.Result
		s.run(s.t("wordback.job"), func(context.Context, func(int, int, string)) (err error) {
			found, err = se.project.CompareWord(path)
			return err
		}, func(err error) {
			if s.open != se {
				return
			}
			switch briefing.CodeOf(err) {
			case "":
				s.wording = wordback.Show(se, path, found)
				s.wording.Then(func() { s.takeWords(words, others) })
				return
			case briefing.CodeWordForeign, briefing.CodeWordFile, briefing.CodeNotFound:
				others = append(others, path)
			default:
				s.fail(err)
			}
			s.takeWords(words, others)
		})
	}
}

// importFiles shows the import of files.
func (s *Shell) importFiles(files ...string) {
	if len(files) > 0 && !s.taking.Add(files...) { // the dialog that is open takes them too
		s.taking = importing.Show(s.open, files...)
	}
}
