package xlsx

import "github.com/xuri/excelize/v2"

// guarded reports whether the sheet is to be protected: one that has formulas,
// in a book for which that is wanted.
func (s *sheet) guarded() bool {
	return s.book.Guarded && len(s.formulas) > 0 && s.in.Table.Long == nil
}

// guard protects the sheet against edits of what calculates. There is no password:
// it keeps from mistakes, and who means to lifts it. Filters, widths and formats
// are left to the reader; to sort rows with formulas the protection has to go.
func (s *sheet) guard() error {
	if !s.guarded() {
		return nil
	}
	return s.f.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		AutoFilter: true, PivotTables: true, EditObjects: true, EditScenarios: true,
		FormatCells: true, FormatColumns: true, FormatRows: true, InsertHyperlinks: true, InsertRows: true,
		SelectLockedCells: true, SelectUnlockedCells: true,
	})
}

// unlock leaves what is empty to the reader: cells without a look of their own
// have that of their column.
func (s *sheet) unlock(sw stream) error {
	if !s.guarded() {
		return nil
	}
	id, err := s.style(excelizeStyle{open: true})
	if err != nil {
		return err
	}
	return sw.SetColStyle(1, s.columns(), id)
}
