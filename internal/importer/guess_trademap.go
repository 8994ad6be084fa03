package importer

// tradeMap adds to a proposal what a header of Trade Map tells, when its file
// does not tell enough to be read without being asked: the text download has no
// title. Its zeros are none or not reported; the country that reports stands in
// the file's name, if that was left as it was.
func (g *Guessed) tradeMap(h head, around *surround) {
	for i := range h.rows[:min(len(h.rows), searchRows)] {
		s, _, ok := tradeMapHeader(joinHeader(h.rows[i : i+1]))
		if !ok {
			continue
		}
		s.tradeMapTitles(around.with(h, h.lines[i]))
		to := &g.Shape
		to.ZeroUnreported = true
		if to.Constants.Reporter == "" {
			to.Constants.Reporter = s.Constants.Reporter
		}
		if to.Constants.Partner == "" {
			to.Constants.Partner = s.Constants.Partner
		}
		return
	}
}
