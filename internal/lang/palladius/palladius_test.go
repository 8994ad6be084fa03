package palladius_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/lang/palladius"
)

func TestNamesBothWays(t *testing.T) {
	for _, n := range [][2]string{
		{"Си Цзиньпин", "Xi Jinping"},
		{"Чжоу Найсян", "Zhou Naixiang"},
		{"Цзэн Цзаньжун", "Zeng Zanrong"},
		{"Лю Сюэсун", "Liu Xuesong"},
		{"Гун Цзяцзя", "Gong Jiajia"},
		{"Фэн Литао", "Feng Litao"},
		{"Найсянь", "Naixian"},
		{"Шаньдун", "Shandong"},
		{"Дэчжоу", "Dezhou"},
		{"Хэнань", "Henan"},
		{"Хунань", "Hunan"},
		{"Чанъань", "Chang'an"},
		{"Сиань", "Xi'an"},
		{"Сянь", "Xian"},
		{"Тяньаньмэнь", "Tian'anmen"},
		{"Дунъин", "Dongying"},
		{"Наньян", "Nanyang"},
		{"Чанъу", "Changwu"},
		{"Люй Дун", "Lü Dong"},
		{"Лу Дун", "Lu Dong"},
		{"Нюй", "Nü"},
		{"Оуян Сю", "Ouyang Xiu"},
		{"Эрвэй", "Erwei"},
		{"Цюй Цю", "Qu Qiu"},
		{"Юньнань", "Yunnan"},
		{"Ван И", "Wang Yi"},
		{"Ли Цян", "Li Qiang"},
		{"Цинь Ган", "Qin Gang"},
		{"Хуэйчжоу", "Huizhou"},
		{"Цзыян", "Ziyang"},
	} {
		ru, en := n[0], n[1]
		if got, ok := palladius.Russian(en); !ok || got != ru {
			t.Errorf("%s is %q, want %q", en, got, ru)
		}
		if got, ok := palladius.Pinyin(ru); !ok || got != en {
			t.Errorf("%s is %q, want %q", ru, got, en)
		}
		if !palladius.Agree(ru, en) {
			t.Errorf("%s and %s do not agree", ru, en)
		}
	}
}

func TestSpellingsThatPeopleUse(t *testing.T) {
	for _, n := range [][2]string{
		{"Найся́н", "Nǎixiáng"},
		{"Люй", "Lv"},
		{"Люй", "LÜ"},
		{"Сюэсун", "Xue-song"},
		{"Сюэсун", "Xue Song"},
		{"Тяньаньмэнь", "Tiananmen"},
		{"Чанъань", "Chang’an"},
		{"Аньхой", "Anhui"},
		{"Аньхуэй", "Anhui"},
		{"Люэ", "Lue"},
		{"Пекин", "Beijing"},
		{"Бэйцзин", "Beijing"},
		{"Харбин", "Haerbin"},
		{"Гонконг", "Xianggang"},
		{"Гуань", "Gu'an"},
		{"Гуань", "Guan"},
	} {
		if !palladius.Agree(n[0], n[1]) {
			t.Errorf("%s and %s do not agree: %v", n[0], n[1], palladius.FromPinyin(n[1]))
		}
	}
}

func TestSpellingsThatDisagree(t *testing.T) {
	for _, n := range [][2]string{
		{"Найсян", "Naixian"},
		{"Найсянь", "Naixiang"},
		{"Чжоу Найсян", "Zhou Naixian"},
		{"Чанань", "Chang'an"},
		{"Лу", "Lü"},
		{"Цзы", "Ji"},
		{"Пекин", "Nanjing"},
		{"", "Xi"},
		{"Си", ""},
		{"Карри", "Carrie"},
	} {
		if palladius.Agree(n[0], n[1]) {
			t.Errorf("%s and %s agree", n[0], n[1])
		}
	}
}

func TestWordsThatAreNoSuchNames(t *testing.T) {
	for _, w := range []string{"", "Province", "Kadyrov", "b", "'", "Xi'", "'an", "Zhouu", "…", strings.Repeat("an", 60)} {
		if got := palladius.FromPinyin(w); got != nil {
			t.Errorf("%q is %v", w, got)
		}
	}
	for _, w := range []string{"", "Казань", "Чъань", "Синьъань", "ъ", "Иванов"} {
		if got := palladius.ToPinyin(w); got != nil {
			t.Errorf("%q is %v", w, got)
		}
	}
}

func TestCases(t *testing.T) {
	for _, tt := range []struct {
		word, name string
		want       bool
	}{
		{"Найсяна", "Найсян", true},
		{"Найсяном", "Найсян", true},
		{"Найсяня", "Найсян", false},
		{"Найсянем", "Найсянь", true},
		{"Шаньдуне", "Шаньдун", true},
		{"шаньдунского", "Шаньдун", true},
		{"Шанхаем", "Шанхай", true},
		{"Чжоу", "Чжоу", true},
		{"Литао", "Литао", true},
		{"Цзяцзе", "Цзяцзя", true},
		{"Юньнани", "Юньнань", true},
		{"Хэнань", "Хунань", false},
	} {
		if got := palladius.IsForm(tt.word, tt.name); got != tt.want {
			t.Errorf("%s of %s: %v", tt.word, tt.name, got)
		}
		if tt.want && !strings.Contains(tt.word, "ск") && !slices.Contains(palladius.Nominatives(tt.word), strings.ToLower(tt.name)) {
			t.Errorf("%s: %v", tt.word, palladius.Nominatives(tt.word))
		}
	}
	if got := palladius.Nominatives("Найсяня"); slices.Contains(got, "найсян") {
		t.Errorf("Найсяня: %v", got)
	}
}

// Every pair of syllables goes to Russian and comes back.
func TestEveryPairOfSyllablesComesBack(t *testing.T) {
	var all []string
	for _, first := range "abcdefghjklmnopqrstwxyz" {
		all = append(all, words(string(first))...)
	}
	if len(all) < 380 {
		t.Fatalf("%d syllables found", len(all))
	}
	for _, a := range all {
		for _, b := range all {
			word := a + b
			if strings.ContainsAny(b[:1], "aeo") {
				word = a + "'" + b
			}
			ru := palladius.FromPinyin(word)
			if len(ru) == 0 || !slices.ContainsFunc(ru, func(r string) bool { return slices.Contains(palladius.ToPinyin(r), word) }) {
				t.Fatalf("%s: %v", word, ru)
			}
		}
	}
}

// words finds the syllables that begin with the letter by trying all of six
// letters at most that are made of an initial and a final.
func words(first string) []string {
	var out []string
	finals := strings.Fields("a ai an ang ao e ei en eng er o ong ou i ia ian iang iao ie in ing iong iu u ua uai uan uang ue ui un uo ü üe")
	for _, h := range []string{"", "h"} {
		for _, f := range append(finals, "") {
			w := first + h + f
			if len(palladius.FromPinyin(w)) == 1 && len(palladius.ToPinyin(palladius.FromPinyin(w)[0])) > 0 && palladius.ToPinyin(palladius.FromPinyin(w)[0])[0] == w {
				out = append(out, w)
			}
		}
	}
	return out
}

func FuzzSpellings(f *testing.F) {
	for _, s := range []string{"Naixiang", "Чанъань", "Xi'an", "ü", "ъ", "Lv"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, ru := range palladius.FromPinyin(s) {
			if len(palladius.ToPinyin(ru)) == 0 {
				t.Errorf("%q is %q, which is nothing", s, ru)
			}
		}
		for _, p := range palladius.ToPinyin(s) {
			if len(palladius.FromPinyin(p)) == 0 {
				t.Errorf("%q is %q, which is nothing", s, p)
			}
		}
		palladius.Agree(s, s)
		palladius.Nominatives(s)
	})
}
