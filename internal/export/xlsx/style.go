package xlsx

import "github.com/xuri/excelize/v2"

// excelizeStyle is what a cell looks like, as a key.
type excelizeStyle struct {
	bold, white, fill, right, wrap, top, grey, link, text bool
	inset                                                 bool // stands a step from the left edge
	open                                                  bool // may be edited on a protected sheet
	size                                                  float64
	format                                                string
}

// style gives the number of a look, made once. Nothing is drawn by colour alone.
func (o *output) style(k excelizeStyle) (int, error) {
	if id, ok := o.styles[k]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: 11, Bold: k.bold, Color: "1B1F24"},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: k.wrap},
	}
	if k.size > 0 {
		s.Font.Size = k.size
	}
	switch {
	case k.white:
		s.Font.Color = "FFFFFF"
	case k.link:
		s.Font.Color, s.Font.Underline = "12436D", "single"
	case k.grey:
		s.Font.Color = "5B6470"
	}
	if k.fill {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"12436D"}}
	}
	if k.right {
		s.Alignment.Horizontal = "right"
	}
	if k.inset {
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	}
	if k.top {
		s.Border = []excelize.Border{{Type: "top", Color: "1B1F24", Style: 2}}
	}
	if k.format != "" {
		format := k.format // a copy: k itself would be put on the heap for every cell
		s.CustomNumFmt = &format
	}
	if k.text {
		s.NumFmt = 49
	}
	if k.open {
		s.Protection = &excelize.Protection{Locked: false}
	}
	id, err := o.f.NewStyle(s)
	if err != nil {
		return 0, err
	}
	o.styles[k] = id
	return id, nil
}
