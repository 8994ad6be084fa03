package importing_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/gui/desktest"
	"briefing/internal/gui/importing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// ftsOf has so many rows in dollars and kilograms: meat, wheat, timber, gold.
func ftsOf(rows int) string {
	b := strings.Builder{}
	b.WriteString(ftsHead)
	goods := []struct {
		code  string
		price int // dollars a tonne
	}{{"0207149900", 2000}, {"1001990000", 250}, {"4407119400", 310}, {"7108120001", 58_000_000}}
	for i := range rows {
		g := goods[i%len(goods)]
		tonnes := i + 1
		fmt.Fprintf(&b, "ЭК\t%02d/2021\tCN\t%s\t\t%d\t%d\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t\n", i%12+1, g.code, tonnes*g.price, tonnes*1000)
	}
	return b.String()
}

// gacc is a year of the Chinese customs, in yuan.
func gacc() string {
	b := strings.Builder{}
	b.WriteString("数据年月,贸易伙伴编码,贸易伙伴名称,商品编码,商品名称,第一数量,第一计量单位,第二数量,第二计量单位,人民币,\n")
	for m := 1; m <= 12; m++ {
		fmt.Fprintf(&b, "\"2021%02d\",\"344\",\"俄罗斯联邦\",\"02071400\",\"鸡块\",\"%d\",\"千克\",\"0\",\"?\",\"%d\",\n", m, m*1000, m*14000)
	}
	return b.String()
}

func (d *fakeDesk) tick(t *testing.T, text string) {
	t.Helper()
	test.Tap(desktest.Find(t, d.Top(), func(c *kit.CheckBox) bool { return c.Text == text }))
}

func TestAThousandfoldSlipIsSeenAndConfirmed(t *testing.T) {
	d := light(t, 1280, 800)
	before := d.rows()
	importing.Show(d, write(t, "DATTSVT.csv", ftsOf(80)))
	d.press(t, "Далее")
	d.choose(t, 0, "тыс. долл")
	d.choose(t, 1, "кг")
	d.Wants(t, "Цена тонны не похожа на обычную", "10 Злаки", "250 000", "80–2 000", "в тысячу раз выше обычной", "не оценивается")
	d.Picture(t, "import-units-chapters")
	d.press(t, "Далее")
	d.Wants(t, "Цена тонны не похожа на обычную", "Подтвердите единицы")
	d.Picture(t, "import-slip")
	if d.can(t, "Загрузить записей") {
		t.Fatal("doubtful units can be stored without a word")
	}
	d.press(t, "Назад")
	d.choose(t, 0, "долл. США")
	d.press(t, "Далее")
	d.Wants(t, "оценено 3, в пределах обычной 3", "обычная")
	if !d.can(t, "Загрузить записей") {
		t.Error("the right units can't be stored")
	}
	d.press(t, "Назад")
	d.choose(t, 0, "тыс. долл")
	d.press(t, "Далее")
	d.tick(t, "Единицы верны")
	d.press(t, "Загрузить записей: 80")
	if d.rows() != before+80 {
		t.Errorf("%d rows, want %d", d.rows(), before+80)
	}
}

func TestFewRowsAreShownAndNotAskedFor(t *testing.T) {
	d := light(t, 1280, 800)
	importing.Show(d, write(t, "DATTSVT.csv", ftsOf(40)))
	d.press(t, "Далее")
	d.choose(t, 0, "тыс. долл")
	d.choose(t, 1, "кг")
	d.press(t, "Далее")
	d.Wants(t, "в тысячу раз выше обычной")
	if !d.can(t, "Загрузить записей") {
		t.Error("a few rows need a confirmation")
	}
}

// text types into the field of the label's place among the text fields.
func (d *fakeDesk) text(t *testing.T, n int, s string) {
	t.Helper()
	i := 0
	f := desktest.Find(t, d.Top(), func(*kit.TextField) bool { i++; return i == n+1 })
	f.SetText(s)
	if f.OnChange != nil {
		f.OnChange(s)
	}
}

func TestBasisMirrorAndRateAreSaidAndKept(t *testing.T) {
	d := light(t, 1280, 800)
	importing.Show(d, write(t, "downloadData_import.csv", gacc()))
	d.press(t, "Далее")
	d.Wants(t, "Единицы и уточнения")
	d.press(t, "Изменить")
	d.choose(t, 0, "Россия")
	d.Wants(t, "CIF (с фрахтом и страхованием)")
	d.text(t, 0, "6,45")
	d.text(t, 1, "2021")
	if d.can(t, "Далее") {
		t.Error("a rate without a source is taken")
	}
	d.text(t, 2, "Банк России, средний курс за 2021 год")
	d.Picture(t, "import-said")
	d.press(t, "Далее")
	d.Wants(t, "Курс валюты не распознан или не может быть применён") // it stands upside down
	d.text(t, 0, "0,155")
	d.press(t, "Далее")
	d.Wants(t, "1 CNY = 0,155 USD (2021 год), Банк России, средний курс за 2021 год", "Россия")
	d.Picture(t, "import-said-checked")
	d.press(t, "Загрузить записей: 12")
	rows, err := d.Opened.Figures(app.Query{
		By: []figure.Dimension{"year"}, Filter: figure.Filter{Flow: figure.Export, Reporter: "RU", Partner: "CN", Codes: []string{"02071400"}}, Mirror: true, In: "USD",
	})
	if err != nil || len(rows) != 1 || rows[0].Mirror != "CN" || rows[0].Converted.Value.Decimal.Cmp(briefing.Num("169260")) != 0 {
		t.Errorf("%+v, %v", rows, err)
	}
}

func TestPricesAreSaidInThreeLanguages(t *testing.T) {
	for _, l := range briefing.Langs() {
		d := newDesk(t, theme.Light, l, desktest.Example(t), 1280, 800)
		d.Put(kit.NewText("", kit.Body, theme.Ink))
		importing.Show(d, write(t, "downloadData_import.csv", gacc()))
		test.Tap(desktest.Find(t, d.Top(), func(b *kit.Button) bool { return b.Kind == kit.Primary }))
		d.Picture(t, "import-prices-"+string(l))
		d.Wants(t, map[briefing.Lang]string{briefing.RU: "3 000–126 000", briefing.EN: "3,000–126,000", briefing.ZH: "3,000–126,000"}[l])
	}
}
