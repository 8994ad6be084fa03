package gui_test

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

// The image attached to a person is the photograph on the card; of another
// person there is none, and a broken one is told.
func TestAPersonHasAPhotograph(t *testing.T) {
	r := example(t)
	people := r.records(briefing.KindPerson)
	who, other := people[0].Ref(), people[1].Ref()
	img := image.NewRGBA(image.Rect(0, 0, 60, 80))
	for i := range img.Pix {
		img.Pix[i] = 200
	}
	img.Set(5, 5, color.Black)
	path := filepath.Join(r.dir, "фото.png")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	shown := func() (n int) {
		each(r.top(), func(o fyne.CanvasObject) {
			if i, ok := o.(*canvas.Image); ok && i.Image != nil && i.Image.Bounds().Dx() > 1 && i.Size().Height > 100 {
				n++
			}
		})
		return n
	}
	r.shell.Show(screen.People, who, "")
	if shown() != 0 {
		t.Fatal("there is a photograph already")
	}
	if err := r.shell.Project().Attach(who, path); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	if shown() != 1 {
		t.Error("the image that was attached is not on the card")
	}
	r.picture("photo")
	r.shell.Show(screen.People, other, "")
	if shown() != 0 {
		t.Error("another person has the photograph")
	}
	if err := os.WriteFile(path, []byte("нет"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := r.shell.Project().Attach(other, path); err != nil {
		t.Fatal(err)
	}
	r.runner.Flush()
	r.shows("Приложенное изображение прочитать не удалось")
}
