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
		ftsA(), ftsB(), ftsC(), ftsD(), ftsBoxes(), tradeTable(),
		comtradePlus(), comtradeLegacy(),
		gaccZH(), gaccEN(),
		wits(), sdmx(), sdmxOwn(), ownData(),
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
		{sniff.ODS, openODS},
		{sniff.Zip, openZip},
	}
}

// openKind finds the opener for the kind; for a kind without one the error
// says what the file is.
func openKind(k sniff.Kind, name string) (opener, error) {
	for _, o := range openers() {
		if o.kind == k {
			return o, nil
		}
	}
	return opener{}, &briefing.Error{Code: refusal(k), Op: "open " + string(k), Path: name}
}

// refusal is the code whose sentence says what a file of the kind is, and
// what to do with it.
func refusal(k sniff.Kind) briefing.Code {
	switch k {
	case sniff.Encrypted:
		return briefing.CodeEncrypted
	case sniff.XLSB:
		return briefing.CodeXLSB
	case sniff.PDF:
		return briefing.CodePDF
	case sniff.Office:
		return briefing.CodeOffice
	case sniff.Picture:
		return briefing.CodePicture
	case sniff.Packed:
		return briefing.CodePacked
	case sniff.Numbers:
		return briefing.CodeNumbers
	case sniff.JSON:
		return briefing.CodeJSON
	case sniff.XMLBook:
		return briefing.CodeXMLBook
	case sniff.XML:
		return briefing.CodeXML
	case sniff.MHTML:
		return briefing.CodeMHTML
	}
	return briefing.CodeForeign
}
