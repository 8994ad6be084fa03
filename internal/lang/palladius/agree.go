package palladius

import (
	"slices"
	"strings"
)

// established are names that Russian writes in its own way, by their pinyin
// without marks and spaces.
var established = map[string][]string{
	"beijing": {"пекин"}, "nanjing": {"нанкин"}, "xianggang": {"гонконг", "сянган"}, "aomen": {"макао", "аомынь"},
	"taibei": {"тайбэй", "тайпей"}, "haerbin": {"харбин"}, "xizang": {"тибет"}, "lasa": {"лхаса"},
	"changjiang": {"янцзы"}, "manzhouli": {"маньчжурия"}, "wulumuqi": {"урумчи"}, "huhehaote": {"хух-хото"},
	"neimenggu": {"внутренняя монголия"}, "shaanxi": {"шэньси"}, "kongzi": {"конфуций"}, "jiangjieshi": {"чан кайши"},
	"sunzhongshan": {"сунь ятсен"}, "sunyixian": {"сунь ятсен"}, "kashi": {"кашгар"}, "zhujiang": {"жемчужная"},
}

// Established gives the traditional Russian names of a name in pinyin, in small
// letters; nil when there is none.
func Established(pinyin string) []string {
	return slices.Clone(established[squeezed(pinyin)])
}

func squeezed(pinyin string) string {
	return strings.NewReplacer("'", "", " ", "").Replace(pinyinLetters(pinyin))
}

// Agree reports whether a Russian and a pinyin spelling, both of the dictionary
// form, can be of one name. Spaces and hyphens don't count («Сюэ Сун» is
// «Сюэсун»), traditional names do.
func Agree(russian, pinyin string) bool {
	r := strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(russianLetters(russian))
	for _, name := range established[squeezed(pinyin)] {
		if r == strings.NewReplacer(" ", "", "-", "").Replace(name) {
			return true
		}
	}
	readings := []string{""}
	for w := range strings.FieldsSeq(pinyin) {
		var next []string
		for _, s := range FromPinyin(w) {
			for _, before := range readings {
				if len(next) < most {
					next = append(next, before+s)
				}
			}
		}
		readings = next
	}
	return r != "" && slices.Contains(readings, strings.ReplaceAll(r, "хой", "хуэй")) || slices.Contains(readings, r) && r != ""
}

// endings are the cases of a masculine name or a place: behind a hard
// consonant, in place of «ь» or «й», of «а», of «я».
var endings = []struct {
	cut string
	add []string
}{
	{"нь", []string{"ня", "ню", "нем", "нём", "не", "нью", "ни"}},
	{"й", []string{"я", "ю", "ем", "е", "и"}},
	{"а", []string{"ы", "е", "у", "ой"}},
	{"я", []string{"и", "е", "ю", "ей"}},
	{"н", []string{"на", "ну", "ном", "не"}},
	{"р", []string{"ра", "ру", "ром", "ре"}},
}

// IsForm reports whether the Russian word is the name itself, one of its cases,
// or the adjective made of it («шаньдунский»).
func IsForm(word, name string) bool {
	w, n := russianLetters(word), russianLetters(name)
	if w == n {
		return true
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(n, e.cut)
		if !ok {
			continue
		}
		for _, end := range e.add {
			if w == stem+end {
				return true
			}
		}
		break
	}
	stem := strings.TrimRight(n, "ьаяиоуеы")
	return len(stem) > 4 && strings.HasPrefix(w, stem+"ск")
}

// Nominatives gives the dictionary forms that a Russian word can be a case of,
// the word itself first. «Найсяня» can only be of «Найсянь», «Найсяна» of
// «Найсян».
func Nominatives(word string) []string {
	w := russianLetters(word)
	out := []string{w}
	for _, e := range endings {
		for _, end := range e.add {
			stem, ok := strings.CutSuffix(w, end)
			if s := stem + e.cut; ok && len(stem) > 2 && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}
