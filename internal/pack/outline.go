package pack

// Part is one section of a form as the setting of sections knows it.
type Part struct {
	Key   string
	Level int // 1 section, 2 subsection
}

// Outline lists the sections of a form in their order, filled or not.
func Outline(form string) []Part {
	var parts []Part
	for _, s := range sectionsOf(form) {
		parts = append(parts, Part{s.key, s.level})
	}
	return parts
}
