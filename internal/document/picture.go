package document

// dotsLeast is how many dots an inch an image keeps at least.
const dotsLeast = 150.0

// Printed reports whether the image itself is printed, not what Says instead.
func (p *Picture) Printed() bool {
	return p.Fault == "" && p.Width > 0 && p.Height > 0 && len(p.Data) > 0
}

// Size is the size of a printed image in points: as wide as its column as long as
// that leaves enough dots, and no taller than most.
func (p *Picture) Size(column, most float64) (width, height float64) {
	width = min(column, float64(p.Width)*72/dotsLeast)
	height = width * float64(p.Height) / float64(p.Width)
	if height > most {
		width, height = width*most/height, most
	}
	return width, height
}
