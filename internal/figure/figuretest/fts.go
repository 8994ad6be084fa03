package figuretest

import (
	"bufio"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

// FTSHeader is the header of the customs' export as text (variant A).
const FTSHeader = "napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\tNetto\tKol\tRegion\tRegion_s\n"

// WriteFTS writes rows as the portal of the Russian customs exports them: tabs,
// UTF-8, decimal commas, regions and districts in words, every fiftieth row
// with a hidden code, most without a supplementary unit. They come month by
// month and in no order within one. A million take some 105 MB. The same seed
// gives the same bytes.
func WriteFTS(w io.Writer, rows int, seed uint64) error {
	r := rand.New(rand.NewPCG(seed, 2018)) //nolint:gosec // the same rows each time are what is wanted
	t := &Trade{}
	t.name(r)
	t.Partners = strings.Fields(countries)
	words := regionWords(t.Regions)
	region, partner, code := skewed(r, regions, 20), skewed(r, len(t.Partners), 6), skewed(r, codes, 300)
	out := bufio.NewWriterSize(w, 1<<20)
	if _, err := out.WriteString(FTSHeader); err != nil {
		return err
	}
	var line []byte
	for i := range rows {
		month := i * Years * 12 / rows
		c := code()
		usd := math.Exp(9 + 2.2*r.NormFloat64())
		kg := usd / math.Exp(1+1.2*r.NormFloat64())
		line = append(line[:0], [...]string{"ЭК", "ИМ"}[r.IntN(2)]...)
		line = append(line, '\t', '0'+byte((1+month%12)/10), '0'+byte((1+month%12)%10), '/')
		line = strconv.AppendInt(line, int64(FirstYear+month/12), 10)
		line = append(append(append(line, '\t'), t.Partners[partner()]...), '\t')
		quantity := int64(0)
		if r.IntN(50) == 0 {
			line = append(line, "XXXXXXXXXX\t\t"...)
		} else {
			line = append(append(append(append(line, t.Codes[c]...), '\t'), t.Units[c]...), '\t')
			if t.Units[c] != "" {
				quantity = int64(kg/math.Exp(1.5*r.NormFloat64())+1) * 1000
			}
		}
		line = append(appendComma(line, int64(usd*100), 2), '\t')
		grams := int64(kg * 1000)
		if kg > 100 {
			grams -= grams % 100
		}
		line = append(appendComma(line, grams, 3), '\t')
		line = append(appendComma(line, quantity, 3), '\t')
		line = append(append(line, words[region()]...), '\n')
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

// appendComma writes a scaled number with a decimal comma, without zeros at
// the end of the fraction.
func appendComma(out []byte, n int64, scale int) []byte {
	for scale > 0 && n%10 == 0 {
		n /= 10
		scale--
	}
	digits := strconv.AppendInt(nil, n, 10)
	for len(digits) <= scale {
		digits = append([]byte{'0'}, digits...)
	}
	out = append(out, digits[:len(digits)-scale]...)
	if scale > 0 {
		out = append(append(out, ','), digits[len(digits)-scale:]...)
	}
	return out
}

// regionWords are cells of region and district.
func regionWords(codes []string) []string {
	names := []string{"МОСКОВСКАЯ ОБЛАСТЬ", "САНКТ-ПЕТЕРБУРГ - ГОРОД", "КРАСНОЯРСКИЙ КРАЙ", "ТУЛЬСКАЯ ОБЛАСТЬ", "ПРИМОРСКИЙ КРАЙ"}
	districts := []string{"ЦФО", "СЗФО", "ПФО", "СФО", "УФО"}
	out := make([]string, len(codes))
	for i, c := range codes {
		d := i % len(districts)
		out[i] = c + " - " + names[i%len(names)] + "\t0" + strconv.Itoa(1+d) + "-" + districts[d]
	}
	return out
}

// countries are the partners, the commonest first; NNN is one left open.
const countries = `CN BY KZ DE US NL TR IT KR JP FR PL GB UA IN FI BE CZ VN UZ ES LV CH LT AZ BR EE SE HU AE
	EG AT SK ID TH MY RO BG DK AM RS KG IL IR GE SG TJ MN AU ZA MX CA MA DZ NO GR PT SI IE HR NNN BD PK SA
	TM MD PH AR CL PE EC CO NG KE GH SN TZ ET AO MZ CI CM TN LY SY IQ JO LB KW QA OM YE CY MT LU IS AL MK
	BA ME LK NP MM KH LA TW HK MO NZ PG FJ CU DO JM PA CR GT HN SV NI PY UY BO VE NA BW ZM ZW MG MU SC RW
	UG SD BJ TG ML NE BF TD GA CG CD GN SL LR MR DJ SO ER LS SZ MW CV GM GQ ST KM AF BN MV BT TL`
