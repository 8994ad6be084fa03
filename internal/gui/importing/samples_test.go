package importing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/gui/importing"
)

// Real files beside the repository, if they are there.
func TestRealFilesGoThroughTheDialog(t *testing.T) {
	for name, want := range map[string]string{
		"comtrade_legacy_2015_2018.csv": "UN Comtrade, прежний портал",
		"gacc_2024_import.csv":          "Таможня КНР",
		"gacc_2025_export.csv":          "Таможня КНР",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("..", "..", "..", "..", "shared", "samples", name)
			if _, err := os.Stat(path); err != nil {
				t.Skipf("sample %s is not there", name)
			}
			d := light(t, 1280, 800)
			before := d.rows()
			importing.Show(d, path)
			d.Wants(t, want)
			d.Picture(t, "import-sample-columns-"+strings.TrimSuffix(name, ".csv"))
			d.press(t, "Далее")
			d.Wants(t, "Учёт строк")
			d.Picture(t, "import-sample-"+strings.TrimSuffix(name, ".csv"))
			d.press(t, "Загрузить")
			if d.rows() <= before {
				t.Error("nothing was stored")
			}
			d.Wants(t, "Загружено.")
		})
	}
}
