package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// Heads in the words of those who make such tables are the fields that they mean,
// in each language and with the language of the column in any place.
func TestHeadsAreTheFieldsTheyMean(t *testing.T) {
	for _, c := range []struct {
		kind        briefing.Kind
		heads, want string
	}{
		{briefing.KindOrganisation, "Название (рус.)|Название (англ.)|Название (кит.)|Страна", "name_ru|name_en|name_zh|country"},
		{briefing.KindOrganisation, "Name (Russian)|English name|Name in Chinese|Country|Type", "name_ru|name_en|name_zh|country|kind"},
		{briefing.KindOrganisation, "俄文名称|英文名称|中文名称|国家|类型", "name_ru|name_en|name_zh|country|kind"},
		{briefing.KindOrganisation, "Организация RU|Организация EN|Сайт", "name_ru|name_en|address"},
		{briefing.KindPerson, "ФИО (рус.)|ФИО (англ.)|Должность, рус.|Должность, англ.|Организация", "name_ru|name_en|posts.title_ru|posts.title_en|posts.organisation"},
		{briefing.KindAgreement, "Название (рус.)|Название (кит.)|Состояние|Дата|Вид", "title_ru|title_zh|status|signed|kind"},
		{briefing.KindAgreement, "Title|State|Signed on|Parties", "title_ru|status|signed|parties"},
		{briefing.KindMessage, "Вид|Вопрос (рус.)|Вопрос (англ.)|Ответ (рус.)|Ответ (англ.)", "kind|title_ru|title_en|answer_ru|answer_en"},
		{briefing.KindMessage, "Вид|Заголовок|Текст (рус.)|Текст (кит.)|Использование", "kind|title_ru|body_ru|body_zh|use"},
		{briefing.KindEvent, "Дата|Время|Название на русском языке|Название на английском языке|Место (рус.)|Состояние", "when|hours|title_ru|title_en|place_ru|status"},
		{briefing.KindSource, "Название|Издание|Ссылка|Дата публикации", "title_ru|publisher_ru|address|published"},
		{briefing.KindFact, "Тезис (рус.)|Тезис (англ.)|Значение, тыс. т|Период|Товар", "statement_ru|statement_en|figure|claims.period|product_ru"},
	} {
		heads := strings.Split(c.heads, "|")
		cells := make([]string, len(heads))
		for i, h := range heads {
			switch cells[i] = "слово"; {
			case strings.HasPrefix(c.want, "kind") && i == 0 || h == "Вид" && i > 0, h == "Type", h == "类型":
				cells[i] = map[briefing.Kind]string{briefing.KindMessage: "тезис", briefing.KindAgreement: "меморандум", briefing.KindOrganisation: "компания"}[c.kind]
			case h == "Состояние" || h == "State":
				cells[i] = map[briefing.Kind]string{briefing.KindAgreement: "действует", briefing.KindEvent: "состоялось"}[c.kind]
			}
		}
		p := readPasted(t, c.kind, strings.Join(heads, "\t")+"\n"+strings.Join(cells, "\t")+"\n", pasting(briefing.RU))
		var got []string
		for _, col := range p.Columns {
			got = append(got, col.Field)
			if col.Unknown {
				t.Errorf("%s: %q is not understood", c.kind, col.Header)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %s\n are %s\nwant %s", c.kind, c.heads, s, c.want)
		}
	}
}

// A name in its own language is the name in the script that it is written in,
// unless that language has a column of its own.
func TestANameInItsOwnLanguage(t *testing.T) {
	o := pasting(briefing.RU)
	got := told(readPasted(t, briefing.KindPerson, "ФИО (рус.)\tИмя на языке оригинала\tДолжность\nВан И\t王毅\tминистр\n", o))
	if want := "name_ru|name_zh|posts.title_ru\n2: name_ru=Ван И name_zh=王毅 rank=5 title_ru=министр\n"; got != want {
		t.Errorf("%s want %s", got, want)
	}
	p := readPasted(t, briefing.KindPerson, "ФИО (рус.)\tИмя на языке оригинала\tФИО (англ.)\nНгуен Ван Хунг\tNguyễn Văn Hùng\tNguyen Van Hung\n", o)
	person := p.Rows[0].Record.(*briefing.Person)
	if person.Name.EN != "Nguyen Van Hung" || !p.Columns[1].Unknown || !strings.Contains(person.Note.RU, "Nguyễn Văn Hùng") {
		t.Errorf("%+v, %+v", p.Columns[1], person)
	}
}

// What no field takes is said, and a row without its main field names the field.
func TestWhatNoFieldTakesIsSaid(t *testing.T) {
	p := readPasted(t, briefing.KindOrganisation, "Название\tКод ОКПО\tПримечание\nЗавод\t00123\tважно\n\t00124\t\n", pasting(briefing.RU))
	if !p.Columns[1].Unknown || p.Columns[2].Unknown || p.Columns[0].Unknown {
		t.Errorf("%+v", p.Columns)
	}
	if p.Main != "Наименование" || p.Rows[1].Offered || p.Rows[1].Problems[0].Reason != importer.RejectRequired {
		t.Errorf("%q %+v", p.Main, p.Rows[1])
	}
}

// People bring the organisations that the project does not have, in the languages
// that the table gives them in, each once; the user may do without.
func TestPeopleBringTheirOrganisations(t *testing.T) {
	text := "ФИО\tОрганизация (рус.)\tОрганизация (англ.)\tСтрана\n" +
		"Ле Куанг Минь\tКорпорация «Море»\tSea Corporation\tВьетнам\nЧан Тхи Май\tКорпорация «Море»\tSea Corporation\tВьетнам\n" +
		"Ли Сы\tМинистерство торговли КНР\t\tКитай\n"
	o := pasting(briefing.RU)
	p := readPasted(t, briefing.KindPerson, text, o)
	if len(p.Organisations) != 1 {
		t.Fatalf("%d organisations", len(p.Organisations))
	}
	org := p.Organisations[0]
	if org.Name.RU != "Корпорация «Море»" || org.Name.EN != "Sea Corporation" || org.Country != "VN" {
		t.Errorf("%+v", org)
	}
	for i, want := range []briefing.ID{org.ID, org.ID, "mofcom"} {
		if r := p.Rows[i].Record.(*briefing.Person); len(r.Posts) != 1 || r.Posts[0].Organisation != want || len(p.Rows[i].Problems) > 0 {
			t.Errorf("row %d: %+v %+v", i, r, p.Rows[i].Problems)
		}
	}
	o.FewerOrganisations = true
	p = readPasted(t, briefing.KindPerson, text, o)
	if r := p.Rows[0].Record.(*briefing.Person); len(p.Organisations) == 0 || len(p.Rows[0].Problems) == 0 || len(r.Posts) > 0 && r.Posts[0].Organisation != "" || !strings.Contains(r.Note.RU, "Корпорация «Море»") {
		t.Errorf("without: %+v %+v", r, p.Rows[0].Problems)
	}
}

// A table of messages without titles gives them the beginning of their texts; the
// text of a question is the question.
func TestMessagesWithoutTitles(t *testing.T) {
	p := readPasted(t, briefing.KindMessage, "Вид\tТекст (рус.)\tТекст (англ.)\tОтвет (рус.)\n"+
		"тезис\tКрай предлагает увеличить число рейсов на линии до двух в неделю уже в первом полугодии. Это выгодно обеим сторонам.\tMore sailings.\t\n"+
		"вопрос и ответ\tПочему снизился импорт?\tWhy?\tИз-за электроники.\n", pasting(briefing.RU))
	point, qa := p.Rows[0].Record.(*briefing.Message), p.Rows[1].Record.(*briefing.Message)
	if !p.Titled || !p.Rows[0].Offered || !p.Rows[1].Offered {
		t.Fatalf("%v %+v", p.Titled, p.Rows)
	}
	if point.Title.RU != "Край предлагает увеличить число рейсов на линии до двух в неделю уже…" || !strings.HasSuffix(point.Body.RU, "сторонам.") || point.Title.EN != "More sailings" {
		t.Errorf("%+v", point)
	}
	if qa.Title.RU != "Почему снизился импорт?" || qa.Body.RU != "" || qa.Answer.RU != "Из-за электроники." {
		t.Errorf("%+v", qa)
	}
}
