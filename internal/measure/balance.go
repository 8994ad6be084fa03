package measure

const (
	keyBalance = "balance"
	keyCover   = "cover"
)

// Balance is X − M in the unit of the exports (measure 10). Both sides'
// sources are in Inputs. Exports at FOB against imports at CIF are noted, not
// refused: that is how most countries publish them.
func Balance(exports, imports Quantity) Result {
	r := begin(keyBalance, exports, imports)
	s := r.sides(exports, imports)
	if r.refused() {
		return r
	}
	out, why := eval(subtract, s, up, down)
	return r.settle(out, why, exports.Figure.Unit)
}

// Cover is the cover ratio X/M·100 in per cent (measure 10).
func Cover(exports, imports Quantity) Result {
	r := begin(keyCover, exports, imports)
	s := r.sides(exports, imports)
	r.positiveBase(s[1])
	if r.refused() {
		return r
	}
	out, why := eval(percentOf, s, up, down)
	return r.settle(out, why, "percent")
}

// sides compares the two directions of one trade: they differ in flow and may
// differ in basis and reporter, which is noted.
func (r *Result) sides(exports, imports Quantity) []span {
	a, b := exports, imports
	if a.Scope.Basis != b.Scope.Basis {
		r.note(NoteBasisMixed)
	}
	if a.Scope.Reporter != b.Scope.Reporter {
		// By mirror data the partner is the other side itself.
		r.note(NoteReporters)
		a.Scope.Reporter, b.Scope.Reporter = "", ""
		a.Scope.Partner, b.Scope.Partner = "", ""
	}
	a.Scope.Flow, b.Scope.Flow = "", ""
	a.Scope.Basis, b.Scope.Basis = "", ""
	r.alike(a, b)
	r.together(exports, imports)
	return r.spans(exports, imports)
}
