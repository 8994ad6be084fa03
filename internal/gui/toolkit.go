package gui

import (
	"encoding/json"
	"log/slog"

	"fyne.io/fyne/v2"
	fynelang "fyne.io/fyne/v2/lang"
)

// toolkitWords are the words that the toolkit itself puts into its file dialogs
// and into the menu of a field, by its keys, with ours.
var toolkitWords = map[string]string{
	"Cancel": "cancel", "Open": "open", "Save": "save", "OK": "ok", "Yes": "yes", "No": "no", "Error": "error", "Confirm": "confirm",
	"Cut": "cut", "Copy": "copy", "Paste": "paste", "Select all": "select_all", "Undo": "undo", "Redo": "redo",
	"File": "file", "Folder": "folder", "Advanced": "advanced", "Favourites": "favourites", "Show Hidden Files": "hidden_files",
	"New Folder": "new_folder", "Create Folder": "create_folder", "Enter filename": "file_name", "file.name": "name",
	"file.parent": "parent", "(Parent)": "parent",
}

// teachToolkit has the toolkit speak the language of the window. It speaks that
// of the system, of those it has words in, and English otherwise, and has no door
// for another choice; so ours are put in the place of its words in both.
func (s *Shell) teachToolkit() {
	words := map[string]string{}
	for theirs, ours := range toolkitWords {
		words[theirs] = s.t("toolkit." + ours)
	}
	data, err := json.Marshal(words)
	if err != nil {
		slog.Warn("toolkit keeps its words", "error", err)
		return
	}
	system := fynelang.SystemLocale()
	for _, at := range []fyne.Locale{"en", system, fyne.Locale(system.LanguageString())} {
		if at == "" {
			continue
		}
		if err := fynelang.AddTranslationsForLocale(data, at); err != nil {
			slog.Warn("toolkit keeps its words", "locale", at, "error", err)
		}
	}
}
