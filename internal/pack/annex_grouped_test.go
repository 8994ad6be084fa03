package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
)

// howComputed are the rows of the table that tells how numbers were computed.
func howComputed(d *document.Document) (rows []string) {
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			t, ok := b.(document.Table)
			if !ok || len(t.Columns) != 3 || t.Columns[2].Key != "from" {
				continue
			}
			for _, r := range t.Rows {
				if r.Kind != document.GroupRow {
					rows = append(rows, plain(r.Cells[0].Says()+" | "+r.Cells[1].Says()+" | "+r.Cells[2].Says()))
				}
			}
		}
	}
	return rows
}

// Who decides is told once how numbers of one kind were made; who checks them is
// told of each. Sums of a part of a year bear its months.
func TestTheLeadersAnnexTellsAlikeNumbersOnce(t *testing.T) {
	p := tenMonths(t)
	leader := strings.Join(howComputed(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})), "\n")
	compiler := strings.Join(howComputed(build(t, p, briefing.Compiler, pack.Options{Lang: briefing.RU})), "\n")
	has(t, leader, "Экспорт России в Турцию, 2 товарные группы | 11 значений | например, +25,0 %: V1 = 50 000 000 долл. США (янв.–окт. 2026), export.csv",
		"Товарооборот, янв.–окт. 2026 | +8,3 % | V1 = 65 млн долл. США (янв.–окт. 2026); V0 = 60 млн долл. США (янв.–окт. 2025); загруженные данные: export.csv",
		"Сальдо, янв.–окт. 2026 | +35 млн долл. США | X = 50 млн долл. США")
	has(t, compiler, "2 товарные группы, янв. 2026 | +25,0 %", "2 товарные группы, окт. 2026 | +25,0 %")
	if strings.Contains(leader, "окт. 2026 | +25,0 %") {
		t.Errorf("the leader is told of each:\n%s", leader)
	}
	if n, all := strings.Count(leader, "\n"), strings.Count(compiler, "\n"); n*2 > all {
		t.Errorf("%d rows for the leader, %d for the compiler", n, all)
	}
	for _, row := range strings.Split(leader, "\n") {
		if strings.Contains(row, "50 000 000") && strings.Contains(row, "(2026)") {
			t.Errorf("ten months are called the year: %s", row)
		}
	}
}
