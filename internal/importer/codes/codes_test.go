package codes_test

import (
	"testing"

	"briefing/internal/importer/codes"
)

func TestCodes(t *testing.T) {
	type find func(string) (string, bool)
	tests := map[string]struct {
		find find
		in   string
		want string
		ok   bool
	}{
		"344 is Russia to the Chinese customs":   {codes.Customs, "344", "RU", true},
		"344 is Hong Kong to the UN":             {codes.M49, "344", "HK", true},
		"643 is Russia to the UN":                {codes.M49, "643", "RU", true},
		"a number may have lost its zeros":       {codes.M49, "36", "AU", true},
		"Comtrade has its own codes of France":   {codes.M49, "251", "FR", true},
		"and of India":                           {codes.M49, "699", "IN", true},
		"0 is the world":                         {codes.M49, "0", "W00", true},
		"97 is the Union to the UN":              {codes.M49, "97", "EU", true},
		"an area is no country":                  {codes.M49, "568", "ZZ", true},
		"free zones are no country":              {codes.M49, "838", "ZZ", true},
		"the former GDR keeps its code":          {codes.M49, "278", "DD", true},
		"other Asia is Taiwan to the UN":         {codes.M49, "490", "TW", true},
		"other Asia of the Chinese customs":      {codes.Customs, "199", "ZZ", true},
		"110 is Hong Kong to the customs":        {codes.Customs, "110", "HK", true},
		"121 is Macao to the customs":            {codes.Customs, "121", "MO", true},
		"143 is Taiwan to the customs":           {codes.Customs, "143", "TW", true},
		"446 is Macao to the UN":                 {codes.M49, "446", "MO", true},
		"Macao as the Chinese customs write":     {codes.Name, "中国澳门", "MO", true},
		"Russia as the Chinese customs write":    {codes.Name, "俄罗斯联邦", "RU", true},
		"a country as ОКСМ turns it":             {codes.Name, "КОРЕЯ, РЕСПУБЛИКА", "KR", true},
		"Taiwan as ОКСМ has it":                  {codes.Name, "ТАЙВАНЬ (КИТАЙ)", "TW", true},
		"Taiwan as the Chinese customs write":    {codes.Name, "中国台湾", "TW", true},
		"Macao in the old form":                  {codes.Name, "Аомынь", "MO", true},
		"410 is Brazil to the Chinese customs":   {codes.Customs, "410", "BR", true},
		"410 is Korea to the UN":                 {codes.M49, "410", "KR", true},
		"NA is Namibia":                          {codes.Alpha2, "NA", "NA", true},
		"NNN is unknown":                         {codes.Alpha2, "NNN", "ZZ", true},
		"small letters are a code too":           {codes.Alpha2, "cn ", "CN", true},
		"no such code":                           {codes.Alpha2, "XQ", "XQ", false},
		"a word is not a code":                   {codes.Alpha2, "RUS", "RUS", false},
		"RUS has three letters":                  {codes.Alpha3, "RUS", "RU", true},
		"WLD is the world":                       {codes.Alpha3, "WLD", "W00", true},
		"a Chinese name":                         {codes.Name, "巴西", "BR", true},
		"a Russian name":                         {codes.Name, "Саудовская Аравия", "SA", true},
		"a Russian name with ё":                  {codes.Name, "Объединённые Арабские Эмираты", "AE", true},
		"an English name as the UN writes it":    {codes.Name, "Rep. of Korea", "KR", true},
		"a name with its note":                   {codes.Name, "Китай (включая Тибет)", "CN", true},
		"a name with no-break spaces":            {codes.Name, "Саудовская\u00a0 Аравия ", "SA", true},
		"Hong Kong as the Chinese customs write": {codes.Name, "中国香港", "HK", true},
		"the world in Chinese":                   {codes.Name, "总计", "W00", true},
		"a city is no country":                   {codes.Name, "Москва", "", false},
		"nothing is no country":                  {codes.Name, "", "", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got, ok := tt.find(tt.in); got != tt.want || ok != tt.ok {
				t.Errorf("%q: got %q %v, want %q %v", tt.in, got, ok, tt.want, tt.ok)
			}
		})
	}
}
