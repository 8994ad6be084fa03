package main

import (
	"fmt"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// content is what all of them set: the same words, tables and charts.
type content struct {
	paragraphs []string
	tables     []table
	charts     []chart
}

type table struct {
	title string
	rows  [][3]string // name, two numbers as they are printed
	nums  [][2]string // the numbers for those who align them
}

type chart struct {
	title  string
	values [12]int
}

// pack is 45 paragraphs, 10 tables of 40 rows and 15 charts: some thirty pages.
func pack(chinese bool) content {
	sentences := []string{
		"За 2022 год товарооборот области с партнёром вырос на %d %% и достиг %d млн долл. США, что стало наибольшей величиной за всё время наблюдений.",
		"Преобладают мясо птицы и субпродукты, молочная продукция, кондитерские изделия; их общая доля составила %d %% стоимости и %d %% веса вывезенного.",
		"Перевозчики отмечают, что пропускная способность терминала использована не полностью: отправлено %d вагонов при возможности %d в месяц.",
		"Правительство области и администрация провинции продолжают подготовку соглашения о сотрудничестве; согласованы %d из %d статей.",
		"Предпринимательство в пищевой и перерабатывающей промышленности развивается быстрее, чем в среднем по отраслям: %d новых производств за %d лет.",
	}
	if chinese {
		sentences = []string{
			"2022年该州与伙伴的贸易额增长%d%%，达到%d百万美元，为有观测以来的最高水平。",
			"禽肉及食用杂碎、乳制品和糖果占主导地位，合计占出口额的%d%%和出口量的%d%%。",
			"承运人指出，枢纽的通过能力尚未充分利用：每月发运%d节车厢，能力为%d节。",
			"州政府与省政府继续筹备合作协议，已商定%d条，共%d条。",
			"食品加工业企业的发展快于各行业平均水平：%d家新企业，历时%d年。",
		}
	}
	name, title, caption := "Товарная позиция %d: мясо, молоко и прочее", "Вывоз по товарам и годам, часть %d", "Вывоз по месяцам, ряд %d"
	if chinese {
		name, title, caption = "商品项目%d：肉类、乳品及其他", "按商品和年份的出口，第%d部分", "按月出口，第%d列"
	}
	var c content
	for i := range 45 {
		text := ""
		for j := range 9 {
			if j > 0 && !chinese {
				text += " "
			}
			text += fmt.Sprintf(sentences[(i+j)%len(sentences)], 10+(i*7+j)%80, 100+(i*131+j*17)%800)
		}
		c.paragraphs = append(c.paragraphs, text)
	}
	for i := range 10 {
		t := table{title: fmt.Sprintf(title, i+1)}
		for j := range 40 {
			a, b := fmt.Sprintf("%d.%d", 100+(i*977+j*613)%900, j%10), fmt.Sprintf("%d.%d", 1+(i*37+j*61)%99, (i+j)%10)
			t.rows = append(t.rows, [3]string{fmt.Sprintf(name, j+1), comma(a, chinese), comma(b, chinese)})
			t.nums = append(t.nums, [2]string{a, b})
		}
		c.tables = append(c.tables, t)
	}
	for i := range 15 {
		ch := chart{title: fmt.Sprintf(caption, i+1)}
		for j := range 12 {
			ch.values[j] = 40 + (i*53+j*29)%160
		}
		c.charts = append(c.charts, ch)
	}
	return c
}

// comma writes a number as the language has it.
func comma(s string, chinese bool) string {
	if chinese {
		return s
	}
	out := []byte(s)
	for i, b := range out {
		if b == '.' {
			out[i] = ','
		}
	}
	return string(out)
}

// document is the content as our program has it.
func (c content) document(l briefing.Lang) *document.Document {
	d := &document.Document{
		Lang: l, Form: "pack", Title: "Pack", AsOf: time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC), Page: document.A4(false),
		HeadLeft: "Pack", HeadRight: "2023", Words: document.Words{Continuation: "%s"},
	}
	s := document.Section{Key: "s", Number: "1", Level: 1, Title: "Pack"}
	for i, p := range c.paragraphs {
		s.Blocks = append(s.Blocks, document.Paragraph{Runs: document.Plain(p)})
		if i%3 == 2 && i/3 < len(c.charts) {
			s.Blocks = append(s.Blocks, c.charts[i/3].block(i/3))
		}
		if i%4 == 3 && i/4 < len(c.tables) {
			s.Blocks = append(s.Blocks, c.tables[i/4].block(i/4))
		}
	}
	d.Sections = []document.Section{s}
	return d
}

func (t table) block(n int) document.Table {
	out := document.Table{
		ID: fmt.Sprint("T", n), Label: fmt.Sprint("Т ", n+1), Title: t.title,
		Columns: []document.Column{{Title: "№"}, {Title: "2021", Kind: document.NumberColumn, Decimals: 1}, {Title: "2022", Kind: document.NumberColumn, Decimals: 1}},
	}
	for i, r := range t.rows {
		out.Rows = append(out.Rows, document.Row{Cells: []document.Cell{
			document.Txt(r[0]), {Number: briefing.SomeNum(t.nums[i][0])}, {Number: briefing.SomeNum(t.nums[i][1])},
		}})
	}
	return out
}

func (c chart) block(n int) document.Chart {
	out := document.Chart{ID: fmt.Sprint("F", n), Kind: document.Bars, Title: c.title}
	var s document.Series
	for i, v := range c.values {
		out.Categories = append(out.Categories, fmt.Sprint(i+1))
		s.Points = append(s.Points, document.ChartPoint{Value: briefing.SomeNum(fmt.Sprint(v)), Label: fmt.Sprint(v)})
	}
	out.Series = []document.Series{s}
	return out
}
