package importer_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// pasting are options over a small project.
func pasting(l briefing.Lang) importer.PasteOptions {
	n := 0
	known := map[string]briefing.ID{
		"source|фтс россии": "fts", "person|путин владимир владимирович": "putin", "person|си цзиньпин": "xi",
		"fact|товарооборот": "turnover", "organisation|министерство торговли кнр": "mofcom",
	}
	return importer.PasteOptions{
		Lang: l,
		Find: func(kind briefing.Kind, text string) (briefing.ID, bool) {
			id, ok := known[string(kind)+"|"+codes.Fold(text)]
			return id, ok
		},
		NewID: func(k briefing.Kind) briefing.ID {
			n++
			return briefing.ID(string(k)[:1] + strconv.Itoa(n))
		},
		Visit: &briefing.Event{ID: "visit", When: briefing.Per("2023-03-20..2023-03-22")},
		Rank:  4,
	}
}

func readPasted(t testing.TB, kind briefing.Kind, text string, o importer.PasteOptions) importer.Pasted {
	t.Helper()
	p, err := importer.ReadPasted(kind, text, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// told writes what a paste came to: the columns, then a line a record with its
// fields, its problems, and what it repeats.
func told(p importer.Pasted) string {
	var b strings.Builder
	for i, c := range p.Columns {
		if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(c.Field)
	}
	b.WriteByte('\n')
	d, _ := briefing.Describe(p.Kind)
	for _, r := range p.Rows {
		fmt.Fprintf(&b, "%d:", r.Line)
		show := func(fields []briefing.Field, row any) {
			for _, f := range fields {
				if v := f.Get(row); v != "" && f.Key != "claim" && f.Key != "nature" && f.Key != "status" {
					fmt.Fprintf(&b, " %s=%s", f.Key, strings.ReplaceAll(v, "\n", "↵"))
				}
			}
		}
		show(d.Fields, r.Record)
		for _, l := range d.Lists {
			for i := range l.Len(r.Record) {
				show(l.Fields, l.At(r.Record, i))
			}
		}
		for _, f := range r.Problems {
			fmt.Fprintf(&b, " !%s@%d,%d[%s]", f.Reason, f.Line, f.Column, f.Text)
		}
		if r.Same != "" {
			fmt.Fprintf(&b, " =%s", r.Same)
		}
		if !r.Offered {
			b.WriteString(" off")
		}
		b.WriteByte('\n')
	}
	for _, s := range p.Sources {
		fmt.Fprintf(&b, "+%s %s %s\n", s.ID, s.Title.Any(briefing.RU), s.Address)
	}
	for _, o := range p.Organisations {
		fmt.Fprintf(&b, "+%s %s\n", o.ID, o.Name.Any(briefing.RU))
	}
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(b.String())
}

func TestPastedRows(t *testing.T) {
	for name, c := range map[string]struct {
		kind briefing.Kind
		text string
		want string
	}{
		"facts under a Russian header": {
			briefing.KindFact,
			"Показатель\tЗначение\tПериод\tИсточник\r\nВывоз мяса птицы\tоколо 90\u00a0тыс.\u202fт\t2022\u00a0г.\tФТС России\r\nПоставки\t576 млн долл. США (+14 %)\tянв.–окт. 2022\tРосстат\r\n",
			`statement_ru|figure|claims.period|claims.source
2: statement_ru=Вывоз мяса птицы source=fts value=90 unit=thousand-t precision=about period=2022 wording=около 90 тыс. т
3: statement_ru=Поставки source=s2 value=576 unit=million-usd period=2022-01..2022-10 wording=576 млн долл. США (+14 %) change=14 change_unit=percent
+s2 Росстат 
`,
		},
		"facts without a header, with a unit of their own column": {
			briefing.KindFact,
			"Вывоз мяса птицы\t90,5\tтыс. т\t2022\tФТС России\t\t\r\nВывоз муки\t12\tт\tянварь 2022\tРосстат\t\t\r\n",
			`statement_ru|figure|claims.unit|claims.period|claims.source
1: statement_ru=Вывоз мяса птицы source=fts value=90.5 unit=thousand-t period=2022
2: statement_ru=Вывоз муки source=s2 value=12 unit=t period=2022-01
+s2 Росстат 
`,
		},
		"facts under an English header": {
			briefing.KindFact,
			"Statement\tValue\tYear\tSource\tRemarks\nExports of poultry\tmore than US$1,640 million\t2022\thttps://example.org/a\tpreliminary\n",
			`statement_en|figure|claims.period|claims.source|note
2: statement_en=Exports of poultry note_ru=preliminary source=s1 value=1640 unit=million-usd precision=more-than period=2022 wording=more than US$1,640 million
+s1 https://example.org/a https://example.org/a
`,
		},
		"facts under a Chinese header": {
			briefing.KindFact,
			"指标\t数值\t期间\t来源\n禽肉出口\t约9万吨\t2022年\t海关总署\n",
			`statement_zh|figure|claims.period|claims.source
2: statement_zh=禽肉出口 source=s1 value=90 unit=thousand-t precision=about period=2022 wording=约9万吨
+s1 海关总署 
`,
		},
		"a title over the table is named in each note, a header's unit is the column's": {
			briefing.KindFact,
			"Торговля с КНР\t\t\r\nПоказатель\tЗначение, млн долл. США\tГод\r\nВывоз\t576\t2022\r\n",
			`statement_ru|figure|claims.period
3: statement_ru=Вывоз note_ru=Таблица: Торговля с КНР value=576 unit=million-usd period=2022
`,
		},
		"what is not understood goes to the note": {
			briefing.KindFact,
			"Показатель\tЗначение\tПериод\tКод\r\nВывоз\tне менее трёх вагонов\tвесна\tA-7\r\nВвоз\t12 вагонов\t2022\t\r\n",
			`statement_ru|figure|claims.period|note
2: statement_ru=Вывоз note_ru=Значение: не менее трёх вагонов↵Период: весна↵Код: A-7 wording=не менее трёх вагонов !number@2,2[не менее трёх вагонов] !period@2,3[весна]
3: statement_ru=Ввоз note_ru=Значение: 12 вагонов period=2022 wording=12 вагонов !unit@3,2[12 вагонов]
`,
		},
		"facts that are there already are not offered": {
			briefing.KindFact,
			"Товарооборот\t576 млн долл. США\t2022\nВывоз\t+14 %\t2022\nВывоз\t+14 %\t2022\n",
			`statement_ru|figure|claims.period
1: statement_ru=Товарооборот value=576 unit=million-usd period=2022 wording=576 млн долл. США =turnover off
2: statement_ru=Вывоз value=14 unit=percent period=2022 wording=+14 %
3: statement_ru=Вывоз value=14 unit=percent period=2022 wording=+14 % =f2 off
`,
		},
		"people with names in three scripts": {
			briefing.KindPerson,
			"№\tФИО\tДолжность\tСтрана\r\n1.\tЧжан Сань (张三, Zhang San)\tминистр\tКитай\r\n2.\t\"Ли Сы\r\n李四\"\tзаместитель министра\tКитай\r\n",
			`rank|name|posts.title_ru|country
2: name_ru=Чжан Сань name_en=Zhang San name_zh=张三 rank=1 country=CN title_ru=министр
3: name_ru=Ли Сы name_zh=李四 rank=2 country=CN title_ru=заместитель министра
`,
		},
		"people without a header are ranked in their order": {
			briefing.KindPerson,
			"Иванов Иван Иванович\t张三\tминистр\nПетров П. П.\t李四\tпосол\n",
			`name|name_zh|posts.title_ru
1: name_ru=Иванов Иван Иванович name_zh=张三 rank=5 title_ru=министр
2: name_ru=Петров П. П. name_zh=李四 rank=6 title_ru=посол
`,
		},
		"a list of people in one line": {
			briefing.KindPerson,
			"Иванов Иван; Петров Пётр; Путин Владимир Владимирович",
			`name
1: name_ru=Иванов Иван rank=5
1: name_ru=Петров Пётр rank=6
1: name_ru=Путин Владимир Владимирович rank=7 =putin off
`,
		},
		"a programme under days": {
			briefing.KindEvent,
			"20 марта, понедельник\t\t\r\n10:00–11:30\tПереговоры\tКремль\r\nутром\tЗавтрак\tгостиница\r\n21 марта\t\t\r\nв обед\tОбед\tГрановитая палата\r\n",
			`hours|title_ru|place_ru
2: title_ru=Переговоры when=2023-03-20 clock=10:00/11:30 place_ru=Кремль parent=visit
3: title_ru=Завтрак when=2023-03-20 day_part=morning place_ru=гостиница parent=visit
5: title_ru=Обед when=2023-03-21 place_ru=Грановитая палата parent=visit note_ru=Время (или время суток): в обед !hours@5,1[в обед]
`,
		},
		"a programme with merged dates and people": {
			briefing.KindEvent,
			"Дата\tВремя\tМероприятие\tМесто\tУчастники\tПримечание\r\n20.03.2023\t15.00\tВстреча\tКремль\tСи Цзиньпин; Путин Владимир Владимирович; Сидоров\tзакрытая\r\n\t18.30\tУжин\t\t\t\r\n25.03.2023\t\tОтъезд\t\t\t\r\n",
			`when|hours|title_ru|place_ru|participants.person|note
2: title_ru=Встреча when=2023-03-20 clock=15:00 place_ru=Кремль parent=visit note_ru=Участники: Сидоров↵закрытая person=xi person=putin !reference@2,5[Сидоров]
3: title_ru=Ужин when=2023-03-20 clock=18:30 parent=visit
4: title_ru=Отъезд when=2023-03-25
`,
		},
		"a programme in English, in Chinese": {
			briefing.KindEvent,
			"Date\tTime\tEvent\tVenue\nTuesday, 21 March 2023\t3:00 p.m.\tTalks\tKremlin\n3月22日\t下午3:00\t会谈\t克里姆林宫\n",
			`when|hours|title_en|place_en
2: title_en=Talks when=2023-03-21 clock=15:00 place_en=Kremlin parent=visit
3: title_en=会谈 when=2023-03-22 clock=15:00 place_en=克里姆林宫 parent=visit
`,
		},
		"a date with its hour in one cell": {
			briefing.KindEvent,
			"Дата\tМероприятие\n20 марта 2023 г., 10:00\tПереговоры\n",
			`when|title_ru
2: title_ru=Переговоры when=2023-03-20 clock=10:00 parent=visit
`,
		},
		"agreements": {
			briefing.KindAgreement,
			"Название\tВид документа\tДата подписания\tСтороны\tПредмет\nМеморандум\tмеморандум\tиюнь 2022\tМинистерство торговли КНР; Неизвестная сторона\tсотрудничество\n",
			`title_ru|kind|signed|parties|subject_ru
2: title_ru=Меморандум kind=memorandum signed=2022-06 parties=mofcom o1 subject_ru=сотрудничество
+o1 Неизвестная сторона
`,
		},
		"messages one a line": {
			briefing.KindMessage,
			"1.\tПоставки растут\tПо итогам года рост.\n2.\tГотовы к диалогу\t\n",
			`order|title_ru|body_ru
1: kind=talking-point title_ru=Поставки растут body_ru=По итогам года рост. order=1
2: kind=talking-point title_ru=Готовы к диалогу order=2
`,
		},
		"a row without its main field is not offered": {
			briefing.KindPerson,
			"ФИО\tДолжность\nИванов Иван\tминистр\n\tпосол\n",
			`name|posts.title_ru
2: name_ru=Иванов Иван rank=5 title_ru=министр
3: rank=6 title_ru=посол !required@3,0[] off
`,
		},
		"people in a column for each language": {
			briefing.KindPerson,
			"Имя\tПо-английски\tПо-китайски\tДолжность\nШимшек Мехмет\tMehmet Şimşek\t希姆谢克\tминистр\n",
			`name|name_en|name_zh|posts.title_ru
2: name_ru=Шимшек Мехмет name_en=Mehmet Şimşek name_zh=希姆谢克 rank=5 title_ru=министр
`,
		},
		"events in a column for each language": {
			briefing.KindEvent,
			"Дата\tНа русском\tIn English\n20.03.2023\tУжин\tDinner\n",
			`when|title_ru|title_en
2: title_ru=Ужин title_en=Dinner when=2023-03-20 parent=visit
`,
		},
		"nothing": {briefing.KindFact, " \r\n\t\r\n", "\n"},
	} {
		if got := told(readPasted(t, c.kind, c.text, pasting(briefing.RU))); got != c.want {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
}

func TestAMappingOverrulesWhatWasGuessed(t *testing.T) {
	o := pasting(briefing.RU)
	o.Mapping = []string{"place_ru", "title_ru", ""}
	got := told(readPasted(t, briefing.KindEvent, "Переговоры\tКремль\tлишнее\nУжин\tГостиница\tлишнее\n", o))
	want := "place_ru|title_ru|\n1: title_ru=Кремль place_ru=Переговоры\n2: title_ru=Гостиница place_ru=Ужин\n"
	if got != want {
		t.Errorf("%s want %s", got, want)
	}
	o.Mapping = []string{"title_ru", "title_ru", "note"}
	got = told(readPasted(t, briefing.KindEvent, "Переговоры\tКремль\tлишнее\n", o))
	want = "title_ru|title_ru|note\n1: title_ru=Переговоры note_ru=Название (рус.): Кремль↵лишнее !twice@1,2[Кремль]\n"
	if got != want {
		t.Errorf("%s want %s", got, want)
	}
	o.Mapping = []string{"no-such-field"}
	if _, err := importer.ReadPasted(briefing.KindEvent, "a\tb\n", o); briefing.CodeOf(err) != briefing.CodeUsage {
		t.Errorf("an unknown field gives %v", err)
	}
	if _, err := importer.ReadPasted(briefing.KindPack, "a", pasting(briefing.RU)); briefing.CodeOf(err) != briefing.CodeUsage {
		t.Errorf("a kind without a sheet gives %v", err)
	}
	if _, err := importer.ReadPasted(briefing.KindFact, strings.Repeat("a\n", importer.PasteRows+1), pasting(briefing.RU)); briefing.CodeOf(err) != briefing.CodeTooLarge {
		t.Errorf("too many rows give %v", err)
	}
}

// TestNothingTypedIsLost pastes tables of what people type, in any order and
// mapped in any way: each cell's text is in a field as it stands, or was
// understood as a number, date, unit, name or source, or stands in the note.
func TestNothingTypedIsLost(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	cells := []string{
		"Вывоз мяса птицы", "Exports grew", "出口增长", "около 90 тыс. т", "576 млн долл. США", "+14 %", "12 вагонов", "сотни тысяч тонн",
		"н/д", "2022", "янв.–окт. 2022", "весной", "10:00–11:30", "утром", "20 марта", "31.02.2023", "ФТС России", "неизвестный источник",
		"Си Цзиньпин; Сидоров", "Чжан Сань (张三)", "Китай", "меморандум", "да", "строка\nи ещё строка", "", "№ 7", "=1+1", "9999999999999999999999",
	}
	for range 4000 {
		kind := []briefing.Kind{briefing.KindFact, briefing.KindEvent, briefing.KindPerson, briefing.KindAgreement, briefing.KindMessage, briefing.KindSource}[r.IntN(6)]
		w := 2 + r.IntN(4)
		var b strings.Builder
		for range 1 + r.IntN(3) {
			for c := range w {
				if c > 0 {
					b.WriteByte('\t')
				}
				s := cells[r.IntN(len(cells))]
				if strings.Contains(s, "\n") {
					s = `"` + s + `"`
				}
				b.WriteString(s)
			}
			b.WriteString("\r\n")
		}
		o := pasting(briefing.RU)
		p := readPasted(t, kind, b.String(), o)
		if r.IntN(2) == 0 && len(p.Columns) > 0 {
			for range p.Columns {
				o.Mapping = append(o.Mapping, p.Columns[0].Choices[r.IntN(len(p.Columns[0].Choices))].Field)
			}
			p = readPasted(t, kind, b.String(), o)
		}
		for i := range p.Rows {
			nothingLost(t, b.String(), p, i)
		}
	}
}

func nothingLost(t *testing.T, text string, p importer.Pasted, i int) {
	t.Helper()
	row := p.Rows[i]
	var all []string
	d, _ := briefing.Describe(p.Kind)
	gather := func(fields []briefing.Field, of any) {
		for _, f := range fields {
			all = append(all, strings.Join(strings.Fields(f.Get(of)), " "))
		}
	}
	gather(d.Fields, row.Record)
	for _, l := range d.Lists {
		for j := range l.Len(row.Record) {
			gather(l.Fields, l.At(row.Record, j))
		}
	}
	for _, s := range p.Sources {
		all = append(all, s.Title.RU, s.Title.EN, s.Title.ZH)
	}
	held := strings.Join(all, "\n")
	for c, cell := range row.Cells {
		want := strings.Join(strings.Fields(cell), " ")
		if p.Columns[c].Field == "" || strings.Contains(held, want) || understood(row, p, c) {
			continue
		}
		t.Fatalf("%q: cell %q, taken for %q, is lost in %s", text, cell, p.Columns[c].Field, told(p))
	}
}

// understood tells whether a cell's field holds what the cell says in the form
// in which the field keeps it.
func understood(row importer.PastedRow, p importer.Pasted, c int) bool {
	cell := row.Cells[c]
	for _, f := range row.Problems {
		if f.Column == c+1 && f.Text == cell {
			return false // must stand in the note
		}
	}
	field := p.Columns[c].Field
	d, _ := briefing.Describe(p.Kind)
	get := func(key string) string {
		list, name, nested := strings.Cut(key, ".")
		if !nested {
			f, _ := d.Field(key)
			return f.Get(row.Record)
		}
		for _, l := range d.Lists {
			for _, f := range l.Fields {
				if l.Key == list && f.Key == name && l.Len(row.Record) > 0 {
					return f.Get(l.At(row.Record, 0))
				}
			}
		}
		return ""
	}
	switch field {
	case "figure":
		return get("claims.value")+get("claims.low")+get("claims.obs_status")+get("claims.precision") != ""
	case "claims.change", "claims.unit":
		return get(field) != "" || get("claims.obs_status") == "M"
	case "hours", "when":
		return get("clock")+get("day_part")+get("when") != ""
	case "name":
		for _, w := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(" \n()", r) }) {
			if !strings.Contains(get("name_ru")+get("name_en")+get("name_zh"), w) {
				return false
			}
		}
		return true
	case "note":
		return false
	}
	return get(field) != ""
}

func TestFiguresAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]string{
		"90": "90", "90,5 тыс. т": "90,5 тыс. т", "почти 3 млрд долларов": "почти 3 млрд долл. США",
		"свыше 1 640 000 руб.": "более 1 640 000 руб.", "до 20 %": "до 20 %", "915–930 млн долл. США": "915–930 млн долл. США",
		"от 5 до 7 млн тонн": "5–7 млн т", "не менее 5 т": "не менее 5 т", "−3,2 п. п.": "−3,2 п. п.", "снижение на 3 %": "−3 %",
		"150 человек": "150 человек", "~ 12 т": "около 12 т", "US$576 million": "576 млн долл. США", "$1.5bn": "1,5 млрд долл. США",
		"1.2亿美元": "120 млн долл. США", "сотни тысяч тонн": "сотни тысяч тонн", "60 тыс. т в год": "60 тыс. т в год",
		"в 1,2 раза": "1,2 раза", "более чем в 2 раза": "более 2 раз",
		"576 млн": "!unit", "восемь": "!number", "5 и 7 т": "!unit", "20–10 т": "!number", "2022 год (оценка)": "!number", "1.2.3": "!number", "": "—",
	} {
		p := readPasted(t, briefing.KindFact, "Показатель\tЗначение\nx\t"+text+"\n", pasting(briefing.RU))
		got := ""
		switch row := p.Rows[0]; {
		case len(row.Problems) > 0:
			got = "!" + row.Problems[0].Reason
		case len(row.Record.(*briefing.Fact).Claims) == 0:
			got = "—"
		default:
			got = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(lang.Figure(briefing.RU, row.Record.(*briefing.Fact).Claims[0].Figure))
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// A manifold change is a change too, whatever the language tells it in.
func TestManifoldChangesAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]string{
		"576 млн долл. США (в 2,3 раза)": "2.3 times", "576 млн долл. США (рост в 2 раза)": "2 times", "576 млн долл. США (снижение в 2 раза)": "-2 times",
		"US$576 million (2.3 times)": "2.3 times", "1.2亿美元（增长到2.3倍）": "2.3 times", "576 млн долл. США (+14 %)": "14 percent",
	} {
		p := readPasted(t, briefing.KindFact, "Показатель\tЗначение\nx\t"+text+"\n", pasting(briefing.RU))
		row := p.Rows[0]
		if len(row.Problems) > 0 {
			t.Errorf("%q: %s", text, row.Problems[0].Reason)
			continue
		}
		c := row.Record.(*briefing.Fact).Claims[0]
		if got := c.Change.Decimal.String() + " " + string(c.ChangeUnit); got != want || !c.Figure.Value.Valid {
			t.Errorf("%q: change %q of %v, want %q", text, got, c.Figure, want)
		}
	}
}

func FuzzReadPasted(f *testing.F) {
	f.Add("Показатель\tЗначение\nВывоз\tоколо 90 тыс. т\n", uint8(0))
	f.Add("20 марта\t\n10:00–11:30\tПереговоры\n", uint8(1))
	f.Add("Чжан Сань (张三)\tминистр\n", uint8(2))
	kinds := []briefing.Kind{briefing.KindFact, briefing.KindEvent, briefing.KindPerson, briefing.KindSource}
	f.Fuzz(func(t *testing.T, text string, kind uint8) {
		p, err := importer.ReadPasted(kinds[int(kind)%len(kinds)], text, pasting(briefing.RU))
		if err != nil {
			return
		}
		for _, r := range p.Rows {
			if len(r.Cells) != len(p.Columns) {
				t.Fatalf("%q: %d cells in %d columns", text, len(r.Cells), len(p.Columns))
			}
			for _, e := range briefing.Validate(r.Record) {
				if briefing.CodeOf(e) != briefing.CodeRequired {
					t.Fatalf("%q: %v", text, e)
				}
			}
		}
	})
}
