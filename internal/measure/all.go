package measure

import "briefing/internal/briefing"

// Measure names one measure for pickers, the annex and the workbook. Its
// texts are "measure.<key>.name" and "measure.<key>.formula".
type Measure struct {
	Key    string
	Number int           // in docs/measures.md
	Unit   briefing.Unit // of the result; empty where it is that of the inputs
}

// All lists the measures in their order.
func All() []Measure {
	return []Measure{
		{keyAbsolute, 1, ""},
		{keyGrowth, 2, "percent"},
		{keyCAGR, 3, "percent"},
		{keyShare, 4, "percent"},
		{keyShareChange, 5, "pp"},
		{keyRank, 6, ""},
		{keyUnitValue, 7, "usd-per-t"},
		{keyContribution, 8, "pp"},
		{keyContributionShare, 9, "percent"},
		{keyBalance, 10, ""},
		{keyCover, 10, "percent"},
		{keyConcentration, 11, ""},
		{keyNormalised, 11, ""},
		{keyEffective, 11, ""},
		{keyRCA, 12, ""},
		{keyLocalisation, 12, ""},
		{keySymmetric, 13, ""},
		{keyIntensity, 14, ""},
		{keyComplementarity, 15, ""},
		{keyDiversification, 16, ""},
		{keyLaspeyres, 17, ""},
		{keyPaasche, 17, ""},
		{keyCoverage, 17, "percent"},
		{keyBaseCoverage, 17, "percent"},
		{keyFisher, 18, ""},
		{keyVolumeIndex, 18, ""},
		{keyPricePart, 19, ""},
		{keyVolumePart, 19, ""},
		{keyStructure, 19, ""},
		{keyUnweighted, 19, ""},
		{keyWorldEffect, 20, ""},
		{keyProductEffect, 20, ""},
		{keyMarketEffect, 20, ""},
		{keyRestEffect, 20, ""},
		{keyMirrorGap, 21, ""},
		{keyMirrorRatio, 21, "percent"},
		{keyYearToDate, 22, ""},
		{keyRolling, 23, ""},
		{keySeasonal, 24, ""},
		{keyIndex, 25, ""},
		{keyFulfilment, 26, "percent"},
		{keyGap, 26, ""},
		{keyPace, 27, ""},
		{keyPaceAgainst, 27, "percent"},
		{keyExpected, 28, ""},
		{keyUtilisation, 29, "percent"},
		{keyTurns, 29, ""},
		{keyVariance, 30, "percent"},
		{keyImplied, 0, ""},
	}
}

// Name is the text key of the measure's name.
func (m Measure) Name() string { return "measure." + m.Key + ".name" }

// Formula is the text key of the formula as it is printed in the annex.
func (m Measure) Formula() string { return "measure." + m.Key + ".formula" }
