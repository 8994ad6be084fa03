package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
)

// A list of people says where each holds his post, once: a post that names its
// organisation in whatever form says it by itself.
func TestAPostStandsWithItsOrganisation(t *testing.T) {
	p := demoProject(t)
	add := func(id briefing.ID, rank int, name string, post, organisation briefing.Text) {
		p.Organisations = append(p.Organisations, &briefing.Organisation{ID: "o-" + id, Country: "VN", Name: organisation})
		p.People = append(p.People, &briefing.Person{
			ID: id, Country: "VN", Rank: rank, Name: briefing.Text{RU: name, EN: name + " E", ZH: name},
			Posts: []briefing.Post{{Title: post, Organisation: "o-" + id}},
		})
	}
	add("chief", 1, "Ле Куанг Минь", briefing.Text{RU: "Генеральный директор", EN: "Chief Executive Officer", ZH: "集团总经理"},
		briefing.Text{RU: "Корпорация «Вьетнам Марин Фудс»", EN: "Vietnam Marine Foods Corporation", ZH: "越南海洋食品集团"})
	add("deputy", 2, "Нгуен Ван Хунг", briefing.Text{RU: "заместитель министра промышленности и торговли", EN: "Deputy Minister of Industry and Trade", ZH: "工贸部副部长"},
		briefing.Text{RU: "Министерство промышленности и торговли Социалистической Республики Вьетнам", EN: "Ministry of Industry and Trade of Viet Nam", ZH: "越南社会主义共和国工贸部"})
	add("president", 3, "Ким Дмитрий Олегович", briefing.Text{RU: "президент", EN: "President", ZH: "会长"},
		briefing.Text{RU: "Торгово-промышленная палата", EN: "Chamber of Commerce", ZH: "工商会"})
	for l, c := range map[briefing.Lang]struct{ has, lacks []string }{
		briefing.RU: {
			[]string{"Генеральный директор, корпорация «Вьетнам Марин Фудс»", "президент, Торгово-промышленная палата"},
			[]string{"Министерство промышленности и торговли Социалистической"},
		},
		briefing.EN: {[]string{"Chief Executive Officer, Vietnam Marine Foods Corporation", "President, Chamber of Commerce"}, []string{"Ministry of Industry and Trade of Viet Nam"}},
		briefing.ZH: {[]string{"越南海洋食品集团总经理", "越南社会主义共和国工贸部副部长", "工商会会长"}, []string{"集团集团"}},
	} {
		out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l})))
		for _, s := range c.has {
			if !strings.Contains(out, s) {
				t.Errorf("%s lacks %q", l, s)
			}
		}
		for _, s := range c.lacks {
			if strings.Contains(out, s) {
				t.Errorf("%s has %q", l, s)
			}
		}
	}
}
