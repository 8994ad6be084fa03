package importer_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

func guess(t *testing.T, name string, data []byte) *importer.Guessed {
	t.Helper()
	g, err := importer.Guess(t.Context(), name, bytes.NewReader(data), int64(len(data)), importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// guessed writes a guess down: each column with its role, unit, series, reason.
func guessed(g *importer.Guessed) []string {
	var out []string
	for _, c := range g.Columns {
		line := fmt.Sprintf("%d %s", c.Index, c.Role)
		for _, s := range g.Shape.Columns {
			if s.Index != c.Index {
				continue
			}
			for _, x := range []string{string(s.Unit), s.QuantityUnit, s.Series.Period, s.Series.Flow, s.Series.Partner, s.Aside} {
				if x != "" {
					line += " " + x
				}
			}
		}
		if c.FillDown {
			line += " filled"
		}
		out = append(out, line+": "+c.Reason)
	}
	return out
}

func lines(s *figure.Set) []string {
	var out []string
	for _, o := range s.All() {
		parts := []string{string(o.Flow), o.Reporter, o.Partner, o.Region, o.Code, o.Product, o.Period.String(), o.Currency}
		if o.Value.Valid {
			parts = append(parts, o.Value.Decimal.String())
		}
		if o.NetWeight.Valid {
			parts = append(parts, o.NetWeight.Decimal.String()+"kg")
		}
		out = append(out, strings.Join(parts, "|"))
	}
	return out
}

func csv(rows ...string) []byte { return []byte(strings.Join(rows, "\n") + "\n") }

func enterprise(t *testing.T) []byte {
	return importertest.Workbook(t, importertest.Sheet{Name: "Лист1", Rows: importertest.Strings([][]string{
		{"Сведения об экспорте продукции за 2023 год"},
		{},
		{"Предприятие-изготовитель", "Покупатель", "Страна", "Группа стран", "Продукция", "Группа продуктов", "Объём поставок", ""},
		{"", "", "", "", "", "", "Вес, тонн", "Стоимость, тыс. долл."},
		{"1", "2", "3", "4", "5", "6", "7", "8"},
		{"АО «Завод»", "Trade Ltd", "Китай", "Азия", "Масло подсолнечное", "масложировая", "1 250,5", "1 100,25"},
		{"АО «Завод»", "Food Co", "Турция", "Азия", "Масло подсолнечное", "масложировая", "300", "290,0"},
		{"ООО «Мельница»", "Bread JSC", "Казахстан", "СНГ", "Мука", "пищевая", "–", "15,5"},
		{"ООО «Мельница»", "Bread JSC", "Лапутия", "СНГ", "Мука", "пищевая", "1", "15,5"},
		{"ИТОГО", "", "", "", "", "", "1 550,5", "1 405,75"},
		{"Примечание: данные предварительные"},
	})})
}

func TestGuessEnterpriseReturn(t *testing.T) {
	data := enterprise(t)
	g := guess(t, "svod.xlsx", data)
	equal(t, "columns", guessed(g), nil)
	t.Logf("%+v", g)
	res := mustLoad(t, "svod.xlsx", data, importer.Options{Shape: &g.Shape})
	t.Log(account(res.Report), res.Report.Notes)
	equal(t, "rows", lines(res.Figures), nil)
}

func TestGuessTables(t *testing.T) {
	_ = context.Background
	_ = briefing.RU
	for name, data := range map[string][]byte{
		"years": csv("Экспорт России по странам, млн долл. США", ";;;", "Страна;2021 г.;2022 г.;2023 г.;Темп роста, %", "Весь мир;100;200;300;150", "Китай;10,5;20;30;150", "Индия;5;…;7;–", "* без учёта давальческого сырья"),
		"months": csv("Импорт из Китая в 2023 году, тыс. долл.", "Товар;Код ТН ВЭД;январь;февраль;март;с начала года", "Чай;0902;1;2;3;6", "Обувь;6403;4;5;6;15", "Всего;;5;7;9;21"),
		"flows": csv("Country\tExport\t\tImport\t", "\t2022\t2023\t2022\t2023", "China\t1\t2\t3\t4", "India\t5\t6\t7\t8", "Total\t6\t8\t10\t12"),
		"zh": csv("国家,2022年,2023年,同比", "中国,100,200,100%", "印度,1,2,3"),
		"filled": csv("Страна,Товар,\"Вес, т\",\"Стоимость, долл. США\"", "Китай,Мука,10,2000", ",Рис,20,4000", ",Соя,5,100", "Индия,Мука,7,900", ",Рис,8,800"),
		"cumulative": csv("Страна;янв. 2023;фев. 2023;янв.-фев. 2023", "Китай;1;2;3", "Индия;4;5;9"),
		"partners": csv("Год;Китай;Индия;Всего", "2022;1;2;3", "2023;4;5;9"),
	} {
		t.Run(name, func(t *testing.T) {
			g := guess(t, "t.csv", data)
			equal(t, "columns", guessed(g), nil)
			t.Logf("%+v\n%v %v %d line %d", g.Shape.Constants, g.Assumed, g.Missing, g.Score, g.Line)
			res, err := load("t.csv", data, importer.Options{Shape: &g.Shape})
			if err != nil {
				t.Log(err)
				return
			}
			t.Log(account(res.Report))
			equal(t, "rows", lines(res.Figures), nil)
		})
	}
}
