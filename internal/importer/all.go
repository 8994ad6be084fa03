package importer

import (
	"context"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/sniff"
)

// Profiles lists the kinds of table that are recognised, in a fixed order.
func Profiles() []Profile {
	return slices.Concat([]Profile{
		ftsA(), ftsB(), ftsC(), ftsD(), ftsBoxes(),
		comtradePlus(), comtradeLegacy(),
		gaccZH(), gaccEN(),
		wits(), sdmx(), sdmxOwn(),
	}, tradeMapProfiles(), templateProfiles())
}

// opener opens a file of one kind as one or more parts.
type opener struct {
	kind sniff.Kind
	open func(ctx context.Context, in cells.Input, l cells.Limits, words func(string) int) ([]part, error)
}

// openers lists the kinds of file that can be read.
func openers() []opener {
	return []opener{
		{sniff.Text, openText},
		{sniff.XLSX, openXLSX},
		{sniff.HTML, openHTML},
		{sniff.DBF, openDBF},
		{sniff.XLS, openXLS},
		{sniff.Zip, openZip},
	}
}

// openKind finds the opener for the kind; for a kind without one the error
// says what is in the way.
func openKind(k sniff.Kind, name string) (opener, error) {
	for _, o := range openers() {
		if o.kind == k {
			return o, nil
		}
	}
	code := briefing.CodeForeign
	switch k {
	case sniff.Encrypted:
		code = briefing.CodeEncrypted
	case sniff.XLSB:
		code = briefing.CodeWorkbookKind
	}
	return opener{}, &briefing.Error{Code: code, Op: "open " + string(k), Path: name}
}
