package importer_test

import "testing"

// A table's codes are of the list that it names, else of the reporter's own
// when they have more than the six digits that all lists share.
func TestGuessClassification(t *testing.T) {
	tests := map[string]struct {
		rows []string
		want string
	}{
		"named by the head":         {[]string{"Экспорт России в Китай, 2022 год, тыс. долл.", "Код ТН ВЭД ЕАЭС;Товар;Стоимость", "1001;Пшеница;5"}, "TNVED"},
		"named by the title":        {[]string{"Экспорт России в Китай по кодам ТН ВЭД, 2022 год, тыс. долл.", "Код;Товар;Стоимость", "1001;Пшеница;5"}, "TNVED"},
		"ten digits of the union":   {[]string{"Экспорт Казахстана в Китай, 2022 год, тыс. долл.", "Код;Товар;Стоимость", "1001 99 900 0;Пшеница;5"}, "TNVED"},
		"ten digits of another":     {[]string{"Turkey's exports to China, 2022, USD thousand", "Code;Product;Value", "1001999000;Wheat;5"}, "HS"},
		"eight digits of China":     {[]string{"中国对俄罗斯出口，2022年，千美元", "编码;商品;金额", "10019900;小麦;5"}, "CN-HS"},
		"six digits, nothing named": {[]string{"Экспорт России в Китай, 2022 год, тыс. долл.", "Код;Товар;Стоимость", "100199;Пшеница;5"}, "HS"},
		"no codes":                  {[]string{"Экспорт России, 2022 год, тыс. долл.", "Страна;Стоимость", "Китай;5"}, "HS"},
		"another classification":    {[]string{"Экспорт России в Китай по разделам МСТК, 2022 год, тыс. долл.", "Код;Товар;Стоимость", "0411;Пшеница;5"}, "SITC"},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			if got := guess(t, "t.csv", plainFile(c.rows...)).Shape.Constants.Classification; got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
