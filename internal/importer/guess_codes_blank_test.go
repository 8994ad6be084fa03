package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/importer"
)

// Goods that are named and have no code don't take the code above.
func TestGoodsWithoutACodeAreNotThoseAbove(t *testing.T) {
	text := "Экспорт России в Китай в 2025 году, тыс. долл.\nКод ТН ВЭД;Товар;Стоимость\n1001;Пшеница;10\n;Ячмень;7\n1201;Соя;20\n;Прочие товары;5\n"
	g, _ := guessedSides(t, text)
	res := mustLoad(t, "t.csv", []byte(text), importer.Options{Shape: &g.Shape})
	for _, o := range res.Figures.All() {
		if (o.Product == "Ячмень" || o.Product == "Прочие товары") && slices.Contains([]string{"1001", "1201"}, o.Code) {
			t.Errorf("%s has the code %s", o.Product, o.Code)
		}
	}
}
