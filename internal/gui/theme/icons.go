package theme

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"briefing/assets"
)

type iconKey struct {
	name string
	rgba color.NRGBA
	bold bool
}

// Symbol returns the icon of that name drawn in a colour of the theme, nil if
// there is no such icon. The colour is written into the drawing, once per name
// and colour. Bold is the weight for icons of 14 units, 2.1 instead of 1.75.
func (t *Theme) Symbol(name string, c fyne.ThemeColorName, bold bool) fyne.Resource {
	rgba := color.NRGBAModel.Convert(t.Color(c, stock.VariantLight)).(color.NRGBA)
	key := iconKey{name, rgba, bold}
	t.mu.Lock()
	defer t.mu.Unlock()
	if res, ok := t.icons[key]; ok {
		return res
	}
	drawing, ok := assets.Outline(name, bold)
	if !ok {
		return nil
	}
	hex := fmt.Sprintf("#%02x%02x%02x", rgba.R, rgba.G, rgba.B)
	drawing = bytes.Replace(drawing, []byte(assets.OutlineInk), []byte(`fill="`+hex+`"`), 1)
	// The toolkit keeps drawn pictures by the resource's name.
	res := fyne.NewStaticResource(fmt.Sprintf("briefing-%s-%s-%t.svg", name, hex[1:], bold), drawing)
	t.icons[key] = res
	return res
}

// Icon answers the toolkit's own names with ours where we have the picture, so
// that its menus and entries look alike.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if ours, ok := stockIcons(name); ok {
		if res := t.Symbol(ours, Second, false); res != nil {
			return res
		}
	}
	return stock.DefaultTheme().Icon(name)
}

func stockIcons(name fyne.ThemeIconName) (string, bool) {
	switch name {
	case stock.IconNameSearch:
		return "search", true
	case stock.IconNameCancel:
		return "close", true
	case stock.IconNameConfirm:
		return "ok", true
	case stock.IconNameFolder, stock.IconNameFolderOpen:
		return "folder", true
	case stock.IconNameArrowDropDown:
		return "chevron-down", true
	case stock.IconNameContentCopy:
		return "copy", true
	default:
		return "", false
	}
}
