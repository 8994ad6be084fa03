package measure

import "briefing/internal/briefing"

// The functions here are the same measures over bare numbers of one scope,
// unit and pair of periods, for cells of a table whose columns already say
// so. An absent number is refused like a missing value.

func bare(n briefing.MaybeNumber) Quantity {
	return Quantity{Figure: briefing.Figure{Value: n}}
}

// AbsoluteOf is now − then.
func AbsoluteOf(now, then briefing.MaybeNumber) Result { return AbsoluteChange(bare(now), bare(then)) }

// GrowthOf is (now/then − 1)·100.
func GrowthOf(now, then briefing.MaybeNumber) Result { return Growth(bare(now), bare(then)) }

// ShareOf is part/whole·100.
func ShareOf(part, whole briefing.MaybeNumber) Result { return Share(bare(part), bare(whole)) }

// ContributionTo is (now − then)/wholeThen·100.
func ContributionTo(now, then, wholeThen briefing.MaybeNumber) Result {
	return Contribution(bare(now), bare(then), bare(wholeThen))
}
