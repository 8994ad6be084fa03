package importer_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// Milestones are entered as posts are: a row for each, under the code of the
// agreement.
func TestMilestonesOfAnAgreementComeFromTheTemplate(t *testing.T) {
	rows := [][]any{
		{"Код записи", "Название (рус.)", "Вид документа", "Этап (рус.)", "Срок", "Исполнено"},
		{"a1", "Меморандум о сотрудничестве", "меморандум", "Подписание плана", "2026-12", "2026-12-10"},
		{"a1", "", "", "Открытие представительства", "2027", ""},
	}
	res := mustLoad(t, "t.xlsx", importertest.Workbook(t, importertest.Sheet{Name: "Соглашения", Rows: rows}), importer.Options{})
	if len(res.Records) != 1 {
		t.Fatalf("%d records; %s", len(res.Records), account(res.Report))
	}
	a := res.Records[0].(*briefing.Agreement)
	if len(a.Milestones) != 2 {
		t.Fatalf("%+v", a)
	}
	first, second := a.Milestones[0], a.Milestones[1]
	if first.Title.RU != "Подписание плана" || first.Due.String() != "2026-12" || first.Done.String() != "2026-12-10" || second.Title.RU != "Открытие представительства" || second.Due.String() != "2027" || second.Done.Kind != briefing.NoPeriod {
		t.Errorf("%+v", a.Milestones)
	}
}
