package typeset

// roomToFloat is the part of a page that is not left empty over a figure which
// opens the next one: the text that follows the figure goes there.
const roomToFloat = 0.12

// afloat lets text pass a figure that has no room on the page and would leave
// much of it empty: head is what the page holds, rest what comes after. Only
// paragraphs of prose pass, whole ones and no more than the page takes; heads,
// notes, tables and other figures wait behind it, so that figures keep their
// order and a note stands under what it is about. ok is false where nothing
// passes.
func (p *paginator) afloat(head, rest []piece, again int) (page, after []piece, ok bool) {
	full := p.full(p.wide)
	if len(rest) == 0 || full-height(head) < roomToFloat*full {
		return nil, nil, false
	}
	at := 0 // of the figure, under heads that wait with it
	for at < len(rest) && !rest[at].floats && rest[at].keep && !rest[at].newPage {
		at++
	}
	if at == len(rest) || !rest[at].floats || rest[at].newPage || rest[at].h > full {
		return nil, nil, false
	}
	end := at // of what stays with it: its line of sources
	for end < len(rest)-1 && rest[end].keep {
		end++
	}
	end++
	to, h := end, height(head)+height(rest[:at])
	for to < len(rest) && rest[to].prose && !rest[to].newPage {
		if rest[to].opens && h > full {
			break
		}
		h += rest[to].h + gapBetween(rest[to-1], rest[to])
		to++
	}
	if to == end {
		return nil, nil, false
	}
	list := make([]piece, 0, len(head)+len(rest))
	list = append(append(list, head...), rest[:at]...)
	list = append(list, rest[end:to]...)
	list[len(list)-1].keep = false // with a note, which waits
	list = append(list, rest[at:end]...)
	list = append(list, rest[to:]...)
	page, after = split(list, full, again+1)
	return page, after, height(page) > height(head)
}
