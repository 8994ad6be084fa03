package demo

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// products lists invented yearly amounts: code, names in three languages,
// tonnes. They sum to the one total that a source gives, 90 thousand tonnes.
//
//go:embed products.txt
var products string

// season is the invented share of the months, in thousandths of the year.
var season = [12]int{74, 69, 78, 80, 86, 84, 81, 87, 91, 90, 89, 91}

const sampleImport = briefing.ID("sample-2022")

// sampleRows makes the invented monthly rows by product. Months are rounded to
// whole tonnes so that each product keeps its year.
func sampleRows() (*figure.Set, *briefing.Import, []briefing.Record, error) {
	set := figure.NewSet()
	var names []briefing.Record
	rows := 0
	for n, line := range strings.Split(strings.TrimSpace(products), "\n") {
		f := strings.Split(line, "|")
		if len(f) != 5 {
			return nil, nil, nil, fmt.Errorf("products, line %d: %d fields", n+1, len(f))
		}
		year, err := strconv.Atoi(f[4])
		if err != nil {
			return nil, nil, nil, fmt.Errorf("products, line %d: %w", n+1, err)
		}
		names = append(names, &briefing.Commodity{
			ID: briefing.ID(f[0]), Code: f[0], Classification: "HS", Name: t(f[1], f[2], f[3]),
		})
		for month, tonnes := range spread(year, n) {
			rows++
			weight, err := briefing.ParseNumber(strconv.Itoa(tonnes * 1000))
			if err != nil {
				return nil, nil, nil, err
			}
			o := figure.Observation{
				Flow: figure.Export, Reporter: "RU", Region: "46000", Partner: "CN",
				Code: f[0], Classification: "HS", Level: 6, Product: f[1],
				Period: briefing.Month(2022, month+1), NetWeight: briefing.Some(weight),
				Import: sampleImport, Line: rows, Sample: true,
			}
			if month >= 10 {
				o.Status = briefing.Provisional
			}
			if err := set.Append(o); err != nil {
				return nil, nil, nil, err
			}
		}
	}
	imp := &briefing.Import{
		ID: sampleImport, File: "sample-2022", Profile: "sample", Sample: true, Read: rows, Stored: rows, Source: "note",
		Units: "weight=kg", Dimensions: "month,code",
		Note: t("месяцы и товары условные (для примера), в сумме дают опубликованный итог, около 90 тыс. т",
			"months and products are invented (an example); they sum to the published total, about 90 kt",
			"月份和商品为虚拟示例，合计等于公布的总量（约9万吨）"),
	}
	return set, imp, names, nil
}

// spread divides a year's tonnes among the months: the season, shifted a
// little from product to product, with the rest given to the largest
// remainders so that the months sum to the year.
func spread(year, product int) [12]int {
	var weights, out [12]int
	total := 0
	for m := range weights {
		weights[m] = season[m] + (product*7+m*5)%11 - 5
		total += weights[m]
	}
	left := year
	rest := [12]int{}
	for m := range out {
		out[m] = year * weights[m] / total
		rest[m] = year * weights[m] % total
		left -= out[m]
	}
	for ; left > 0; left-- {
		best := 0
		for m := range rest {
			if rest[m] > rest[best] {
				best = m
			}
		}
		out[best]++
		rest[best] = -1
	}
	return out
}
