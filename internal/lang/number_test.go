package lang_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// spaces makes the spaces of numbers visible in expectations: ~ is U+00A0,
// ' is U+202F.
func spaces(s string) string {
	return strings.NewReplacer("\u00a0", "~", "\u202f", "'").Replace(s)
}

func TestNumbersInPrint(t *testing.T) {
	asIs := lang.AsIs()
	column := lang.NumberStyle{Decimals: 1, Column: true}
	three := lang.NumberStyle{Decimals: -1, Significant: 3}
	for name, c := range map[string]struct {
		n     string
		style lang.NumberStyle
		want  [3]string
	}{
		"four digits in text":                {"1640", asIs, [3]string{"1640", "1,640", "1640"}},
		"four digits in a column":            {"1640", column, [3]string{"1'640,0", "1,640.0", "1,640.0"}},
		"five digits":                        {"12345.6", asIs, [3]string{"12'345,6", "12,345.6", "12,345.6"}},
		"seven digits":                       {"1234567", asIs, [3]string{"1'234'567", "1,234,567", "1,234,567"}},
		"in the window":                      {"1234567", lang.NumberStyle{Window: true}, [3]string{"1~234~567", "1,234,567", "1,234,567"}},
		"negative":                           {"-5.5", asIs, [3]string{"−5,5", "−5.5", "−5.5"}},
		"signed":                             {"5.5", lang.NumberStyle{Decimals: 1, Signed: true}, [3]string{"+5,5", "+5.5", "+5.5"}},
		"signed zero has no sign":            {"0.04", lang.NumberStyle{Decimals: 1, Signed: true}, [3]string{"0,0", "0.0", "0.0"}},
		"what rounds to zero has no minus":   {"-0.04", lang.NumberStyle{Decimals: 1}, [3]string{"0,0", "0.0", "0.0"}},
		"half rounds away from zero":         {"2.25", lang.NumberStyle{Decimals: 1}, [3]string{"2,3", "2.3", "2.3"}},
		"minus half rounds away from zero":   {"-2.25", lang.NumberStyle{Decimals: 1}, [3]string{"−2,3", "−2.3", "−2.3"}},
		"nines carry over":                   {"999.96", lang.NumberStyle{Decimals: 1}, [3]string{"1000,0", "1,000.0", "1000.0"}},
		"zeros of the source stay":           {"16.40", asIs, [3]string{"16,40", "16.40", "16.40"}},
		"decimals are filled up":             {"16.4", lang.NumberStyle{Decimals: 2}, [3]string{"16,40", "16.40", "16.40"}},
		"three significant digits":           {"147.1508", three, [3]string{"147", "147", "147"}},
		"three significant of a small one":   {"0.088049", three, [3]string{"0,088", "0.088", "0.088"}},
		"significant keeps the whole part":   {"2031.746", three, [3]string{"2032", "2,032", "2032"}},
		"significant adds nothing":           {"5.8", three, [3]string{"5,8", "5.8", "5.8"}},
		"nineteen digits stay exact":         {"1234567890123456789", asIs, [3]string{"1'234'567'890'123'456'789", "1,234,567,890,123,456,789", "1,234,567,890,123,456,789"}},
		"zero":                               {"0", asIs, [3]string{"0", "0", "0"}},
		"rounding to whole, the zero style":  {"1.5", lang.NumberStyle{}, [3]string{"2", "2", "2"}},
		"a fraction that rounds up to a one": {"0.96", lang.NumberStyle{Decimals: 1}, [3]string{"1,0", "1.0", "1.0"}},
	} {
		for i, l := range briefing.Langs() {
			if got := spaces(lang.Number(l, briefing.Num(c.n), c.style)); got != c.want[i] {
				t.Errorf("%s in %s: %q, want %q", name, l, got, c.want[i])
			}
		}
	}
}

func TestPercentages(t *testing.T) {
	for i, want := range []string{"+29,3~%", "+29.3%", "+29.3%"} {
		l := briefing.Langs()[i]
		if got := spaces(lang.Percent(l, briefing.Num("29.3034"), 1, true)); got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	if got := spaces(lang.Percent(briefing.RU, briefing.Num("-5.50"), -1, true)); got != "−5,50~%" {
		t.Errorf("as it is: %q", got)
	}
}

func fig(value, unit string, precision ...briefing.Precision) briefing.Figure {
	f := briefing.Figure{Value: briefing.SomeNum(value), Unit: briefing.Unit(unit)}
	if len(precision) > 0 {
		f.Precision = precision[0]
	}
	return f
}

func span(low, high, unit string) briefing.Figure {
	f := briefing.Figure{Unit: briefing.Unit(unit)}
	if low != "" {
		f.Low = briefing.SomeNum(low)
	}
	if high != "" {
		f.High = briefing.SomeNum(high)
	}
	return f
}

func TestFiguresInPrint(t *testing.T) {
	hundreds := briefing.Figure{Unit: "thousand-t", Precision: briefing.HundredsOf}
	worded := hundreds
	worded.Words = briefing.Text{RU: "сотни тысяч тонн", ZH: "数十万吨"}
	onlyWords := briefing.Figure{Words: briefing.Text{RU: "десятки предприятий"}}
	for name, c := range map[string]struct {
		f    briefing.Figure
		want [3]string
	}{
		"plan of a hub":             {fig("283.5", "thousand-t"), [3]string{"283,5~тыс.~т", "283.5~thousand~tonnes", "28.35万吨"}},
		"money in millions":         {fig("576", "million-usd"), [3]string{"576~млн~долл.~США", "US$576~million", "5.76亿美元"}},
		"money in billions":         {fig("190.271", "billion-usd"), [3]string{"190,271~млрд~долл.~США", "US$190.271~billion", "1902.71亿美元"}},
		"trillions":                 {fig("1.5", "trillion-rub"), [3]string{"1,5~трлн~руб.", "RUB~1.5~trillion", "1.5万亿卢布"}},
		"hours":                     {fig("4.5", "hour"), [3]string{"4,5~часа", "4.5~hours", "4.5小时"}},
		"one hour":                  {fig("1", "hour"), [3]string{"1~час", "1~hour", "1小时"}},
		"twenty-one days":           {fig("21", "day"), [3]string{"21~день", "21~days", "21天"}},
		"about takes the genitive":  {fig("21", "day", briefing.About), [3]string{"около~21~дня", "about~21~days", "约21天"}},
		"nearly does not":           {fig("3", "day", briefing.Almost), [3]string{"почти~3~дня", "nearly~3~days", "近3天"}},
		"about":                     {fig("90", "thousand-t", briefing.About), [3]string{"около~90~тыс.~т", "about~90~thousand~tonnes", "约9万吨"}},
		"lower bound":               {fig("200", "thousand-t", briefing.MoreThan), [3]string{"более~200~тыс.~т", "more~than~200~thousand~tonnes", "超过20万吨"}},
		"upper bound":               {fig("430", "million-usd", briefing.UpTo), [3]string{"до~430~млн~долл.~США", "up~to~US$430~million", "至多4.3亿美元"}},
		"range":                     {span("915", "930", "million-usd"), [3]string{"915–930~млн~долл.~США", "US$915–930~million", "9.15亿—9.3亿美元"}},
		"range without an end":      {span("3", "", "day"), [3]string{"не~менее~3~дней", "at~least~3~days", "不少于3天"}},
		"range without a start":     {span("", "8.8", "percent"), [3]string{"не~более~8,8~%", "at~most~8.8%", "不超过8.8%"}},
		"per cent":                  {fig("-5.50", "percent"), [3]string{"−5,50~%", "−5.50%", "−5.50%"}},
		"percentage points":         {fig("5.87", "pp"), [3]string{"5,87~п.~п.", "5.87~pp", "5.87个百分点"}},
		"unit value":                {fig("2032", "usd-per-t", briefing.About), [3]string{"около~2032~долл.~США/т", "about~US$2,032~per~tonne", "约2032美元/吨"}},
		"capacity":                  {fig("650", "thousand-t-per-year"), [3]string{"650~тыс.~т~в~год", "650~thousand~tonnes~per~year", "65万吨/年"}},
		"negative money":            {fig("-38.027", "billion-usd"), [3]string{"−38,027~млрд~долл.~США", "−US$38.027~billion", "−380.27亿美元"}},
		"small money":               {fig("500", "thousand-usd"), [3]string{"500~тыс.~долл.~США", "US$500~thousand", "50万美元"}},
		"smaller than a myriad":     {fig("3.5", "thousand-person"), [3]string{"3,5~тыс.~чел.", "3.5~thousand~people", "3500人"}},
		"people":                    {fig("3", "person"), [3]string{"3~человека", "3~people", "3人"}},
		"bare number":               {fig("10", ""), [3]string{"10", "10", "10"}},
		"bare large number":         {fig("25000", ""), [3]string{"25'000", "25,000", "25,000"}},
		"words from the unit":       {hundreds, [3]string{"сотни~тысяч~тонн", "hundreds of~thousands of~tonnes", "数十万吨"}},
		"words of the source":       {worded, [3]string{"сотни тысяч тонн", "hundreds of~thousands of~tonnes", "数十万吨"}},
		"words in one language":     {onlyWords, [3]string{"десятки предприятий", "", ""}},
		"nothing known":             {briefing.Figure{Status: briefing.Missing}, [3]string{"—", "—", "—"}},
		"nothing at all":            {briefing.Figure{}, [3]string{"", "", ""}},
		"zeros of the source":       {fig("16.40", "thousand-t"), [3]string{"16,40~тыс.~т", "16.40~thousand~tonnes", "1.64万吨"}},
		"a unit nobody knows":       {fig("5", "furlong"), [3]string{"5~furlong", "5~furlong", "5furlong"}},
		"yuan":                      {fig("1.2", "billion-cny"), [3]string{"1,2~млрд~юаней", "CNY~1.2~billion", "12亿元人民币"}},
		"euro":                      {fig("3", "million-eur"), [3]string{"3~млн~евро", "€3~million", "300万欧元"}},
		"less than one of the unit": {fig("0.5", "thousand-usd"), [3]string{"0,5~тыс.~долл.~США", "US$0.5~thousand", "500美元"}},
	} {
		for i, l := range briefing.Langs() {
			if got := spaces(lang.Figure(l, c.f)); got != c.want[i] {
				t.Errorf("%s in %s: %q, want %q", name, l, got, c.want[i])
			}
		}
	}
}

func TestFigurePartsKeepWordAndMark(t *testing.T) {
	f := fig("1545", "million-usd", briefing.About)
	f.Status = briefing.Estimated
	for i, want := range []lang.Parts{
		{"около", "1545", "млн~долл.~США", "e"}, {"about", "1,545", "US$~million", "e"}, {"约", "15.45", "亿美元", "e"},
	} {
		got := lang.FigureParts(briefing.Langs()[i], f)
		got.Unit = spaces(got.Unit)
		if got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	f.Status, f.Conf = "", "C"
	if got := lang.FigureParts(briefing.RU, f).Mark; got != "c" {
		t.Errorf("confidential: mark %q", got)
	}
	if got := spaces(lang.FigureIn(briefing.ZH, fig("147.1508", "billion-usd"), lang.NumberStyle{Decimals: 1})); got != "1471.5亿美元" {
		t.Errorf("rounded after rescaling: %q", got)
	}
}

func TestColumnUnits(t *testing.T) {
	for name, c := range map[string]struct {
		l       briefing.Lang
		unit    briefing.Unit
		largest string
		want    string
		power   int
	}{
		"Russian stays":         {briefing.RU, "million-usd", "1700", "млн~долл.~США", 0},
		"English stays":         {briefing.EN, "million-usd", "1700", "US$~million", 0},
		"Chinese hundred mio":   {briefing.ZH, "million-usd", "1700", "亿美元", -2},
		"Chinese billions":      {briefing.ZH, "billion-usd", "190.271", "亿美元", 1},
		"Chinese myriad tonnes": {briefing.ZH, "thousand-t", "283.5", "万吨", -1},
		"Chinese per cent":      {briefing.ZH, "percent", "43.4", "%", 0},
		"Chinese small":         {briefing.ZH, "usd-per-t", "2150", "美元/吨", 0},
	} {
		unit, power := lang.ColumnUnit(c.l, c.unit, briefing.Num(c.largest))
		if spaces(unit) != c.want || power != c.power {
			t.Errorf("%s: %q and %d, want %q and %d", name, unit, power, c.want, c.power)
		}
	}
}

func TestTypedNumbers(t *testing.T) {
	for typed, want := range map[string]string{
		"1640": "1640", "1 640": "1640", "1\u00a0640": "1640", "1\u202f640,5": "1640.5", "283,5": "283.5", "283.5": "283.5",
		"1,640.5": "1640.5", "1.640,5": "1640.5", "1,640,000": "1640000", "1.640.000": "1640000", "190,271": "190.271",
		"−5,5": "-5.5", "-5.5": "-5.5", "–5": "-5", "+7": "7", " 12 ": "12", "０１２３．５": "123.5", "－５": "-5",
		"0,5": "0.5", "007": "7", "16,40": "16.40", "1 234 567,89": "1234567.89", "0": "0", "-0": "0", "1,640": "1.640",
	} {
		n, err := lang.ParseNumber(typed)
		if err != nil || n.String() != want {
			t.Errorf("%q: %v %v, want %s", typed, n, err, want)
		}
	}
	for typed, want := range map[string]string{"1,640": "1640", "12,345.6": "12345.6", "0,640": "0.640", "283,5": "283.5", "1640": "1640", "1,640,000": "1640000"} {
		for _, l := range []briefing.Lang{briefing.EN, briefing.ZH} {
			n, err := lang.ParseNumberIn(l, typed)
			if err != nil || n.String() != want {
				t.Errorf("%q in %s: %v %v, want %s", typed, l, n, err, want)
			}
		}
	}
	for _, typed := range []string{
		"", " ", "-", "abc", "12a", "1e5", "0x10", "NaN", "Inf", "1_000", "16 40", "1 64", "12 3456", "1,64,000", "1.640.00", "5,", ",5", "5.", ".",
		"--5", "- -5", "1 640.000,5", "1,640.000.000", "12345678901234567890", "1.2345678901234567890", "12 %", "1'640", "1,,640",
	} {
		if n, err := lang.ParseNumber(typed); err == nil {
			t.Errorf("%q was read as %v", typed, n)
		} else if briefing.CodeOf(err) != briefing.CodeBadNumber {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1 640,5", "1,640.5", "−5,5", "０１２", "1e5", "16 40"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := lang.ParseNumber(s)
		if err != nil {
			return
		}
		for _, l := range briefing.Langs() {
			for _, style := range []lang.NumberStyle{lang.AsIs(), {Decimals: -1, Column: true}, {Decimals: -1, Window: true}} {
				printed := lang.Number(l, n, style)
				back, err := lang.ParseNumberIn(l, printed)
				if err != nil || back.Cmp(n) != 0 {
					t.Errorf("%q is %v, printed %q in %s, read back %v %v", s, n, printed, l, back, err)
				}
			}
		}
	})
}

// The vectors of the reference, as the pack prints them.
func TestVectorsOfTheReferenceInPrint(t *testing.T) {
	for _, c := range []struct {
		f    briefing.Figure
		want [3]string
	}{
		{fig("76.122", "billion-usd"), [3]string{"76,122~млрд~долл.~США", "US$76.122~billion", "761.22亿美元"}},
		{fig("114.149", "billion-usd"), [3]string{"114,149~млрд~долл.~США", "US$114.149~billion", "1141.49亿美元"}},
		{fig("38.027", "billion-usd"), [3]string{"38,027~млрд~долл.~США", "US$38.027~billion", "380.27亿美元"}},
		{fig("961.8", "million-usd"), [3]string{"961,8~млн~долл.~США", "US$961.8~million", "9.618亿美元"}},
		{fig("1640", "million-usd"), [3]string{"1640~млн~долл.~США", "US$1,640~million", "16.4亿美元"}},
		{fig("1700", "million-usd", briefing.About), [3]string{"около~1700~млн~долл.~США", "about~US$1,700~million", "约17亿美元"}},
		{fig("430", "million-usd", briefing.MoreThan), [3]string{"более~430~млн~долл.~США", "more~than~US$430~million", "超过4.3亿美元"}},
		{fig("18.73", "thousand-t"), [3]string{"18,73~тыс.~т", "18.73~thousand~tonnes", "1.873万吨"}},
		{fig("7394.6", "usd-per-t"), [3]string{"7394,6~долл.~США/т", "US$7,394.6~per~tonne", "7394.6美元/吨"}},
		{fig("88", "thousand-t", briefing.Almost), [3]string{"почти~88~тыс.~т", "nearly~88~thousand~tonnes", "近8.8万吨"}},
		{fig("2.5", "million-t"), [3]string{"2,5~млн~т", "2.5~million~tonnes", "250万吨"}},
	} {
		for i, l := range briefing.Langs() {
			if got := spaces(lang.Figure(l, c.f)); got != c.want[i] {
				t.Errorf("%s: %q, want %q", l, got, c.want[i])
			}
		}
	}
	for n, want := range map[string][3]string{
		"12.8": {"+12,8~%", "+12.8%", "+12.8%"}, "29.34908": {"+29,3~%", "+29.3%", "+29.3%"}, "41.75": {"+41,8~%", "+41.8%", "+41.8%"},
		"-5.5023": {"−5,5~%", "−5.5%", "−5.5%"},
	} {
		for i, l := range briefing.Langs() {
			if got := spaces(lang.Percent(l, briefing.Num(n), 1, true)); got != want[i] {
				t.Errorf("%s: %q, want %q", l, got, want[i])
			}
		}
	}
}

func BenchmarkPrint(b *testing.B) {
	f := fig("283.5", "thousand-t", briefing.About)
	for b.Loop() {
		for _, l := range briefing.Langs() {
			_ = lang.Figure(l, f)
			_ = lang.Country(l, "DE")
			_ = lang.Period(l, briefing.Month(2022, 6))
		}
	}
}
