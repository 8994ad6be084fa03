package sheets

import "briefing/internal/typeset"

// Copy is one numbered copy of a print job: its pages, and what it is called.
type Copy struct {
	Pages []typeset.Page
	Title string // of its bookmark
}

// Job lays the copies out one behind the other, as one file to be printed.
// Pages keep their names; links stay within their copy, and one bookmark leads
// to each. Printed on two sides, a copy begins on a sheet of its own.
func Job(copies []Copy, duplex bool) []typeset.Page {
	var out []typeset.Page
	for _, c := range copies {
		if n := len(out); duplex && n%2 == 1 {
			out = append(out, typeset.Page{Width: out[n-1].Width, Height: out[n-1].Height, Name: out[n-1].Name, Back: true})
		}
		before := len(out)
		for i, p := range c.Pages {
			p.Boxes = shifted(p.Boxes, before)
			if i == 0 {
				p.Boxes = append(p.Boxes, typeset.Bookmark{Title: c.Title})
			}
			out = append(out, p)
		}
	}
	for i := range out {
		out[i].Number = i + 1
	}
	return out
}

func shifted(boxes []typeset.Box, by int) []typeset.Box {
	out := make([]typeset.Box, 0, len(boxes)+1)
	for _, b := range boxes {
		switch v := b.(type) {
		case typeset.Bookmark:
			continue
		case typeset.Link:
			if v.URL == "" {
				v.Page += by
			}
			b = v
		}
		out = append(out, b)
	}
	return out
}
