package main

import (
	"context"
	"database/sql"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"briefing/internal/figure/figuretest"
)

// duck is the same rows in a DuckDB database, typed as DuckDB likes them:
// dates, decimals that fit 64 bits, short texts.
type duck struct{ db *sql.DB }

const table = `CREATE TABLE obs (flow VARCHAR, reporter VARCHAR, region VARCHAR, partner VARCHAR, code VARCHAR,
	classification VARCHAR, level UTINYINT, month DATE, value DECIMAL(18,2), currency VARCHAR, weight DECIMAL(18,3),
	quantity DECIMAL(18,3), unit VARCHAR, import VARCHAR, line INTEGER)`

// fill takes the rows by a table function, which hands them over in chunks
// and to all threads: the fastest door that the driver has. What is the same
// for all rows or follows from the month is said in SQL and costs nothing here.
const fill = `INSERT INTO obs SELECT CASE flow WHEN 0 THEN 'export' ELSE 'import' END, 'RU', region, partner, code,
	'TNVED', 10, make_date(2018 + month // 12, 1 + month % 12, 1), value, 'USD', weight,
	quantity, unit, 'import-' || (2018 + month // 12), line FROM trade_rows()`

func openDuck(path string) (*duck, error) {
	db, err := sql.Open("duckdb", path)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return &duck{db}, db.Ping()
}

// load writes the rows to a new file; they are durable when it returns.
func (d *duck) load(t *figuretest.Trade) error {
	ctx := context.Background()
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	f := duckdb.ParallelChunkTableFunction{BindArguments: func(map[string]any, ...any) (duckdb.ParallelChunkTableSource, error) {
		return &source{trade: t}, nil
	}}
	if err := duckdb.RegisterTableUDF(conn, "trade_rows", f); err != nil {
		return err
	}
	for _, q := range []string{table, fill, `CHECKPOINT`} {
		if _, err := conn.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("%s: %w", q, err)
		}
	}
	return nil
}

func (d *duck) close() error { return d.db.Close() }

// source hands the rows of a trade to DuckDB.
type source struct {
	trade *figuretest.Trade
	next  atomic.Int64
}

func (s *source) ColumnInfos() []duckdb.ColumnInfo {
	var out []duckdb.ColumnInfo
	add := func(t duckdb.TypeInfo, err error, names ...string) {
		if err != nil {
			panic(err) // the types are constants
		}
		for _, n := range names {
			out = append(out, duckdb.ColumnInfo{Name: n, T: t})
		}
	}
	tiny, err := duckdb.NewTypeInfo(duckdb.TYPE_INTEGER)
	add(tiny, err, "flow", "month", "line")
	text, err := duckdb.NewTypeInfo(duckdb.TYPE_VARCHAR)
	add(text, err, "region", "partner", "code", "unit")
	money, err := duckdb.NewDecimalInfo(18, 2)
	add(money, err, "value")
	mass, err := duckdb.NewDecimalInfo(18, 3)
	add(mass, err, "weight", "quantity")
	return out
}

func (s *source) Cardinality() *duckdb.CardinalityInfo {
	return &duckdb.CardinalityInfo{Cardinality: uint(len(s.trade.Rows)), Exact: true}
}

func (s *source) Init() duckdb.ParallelTableSourceInfo { return duckdb.ParallelTableSourceInfo{} }

func (s *source) NewLocalState() any { return new(struct{}) }

func (s *source) FillChunk(_ any, c duckdb.DataChunk) error {
	size := int64(duckdb.GetDataChunkCapacity())
	from := s.next.Add(size) - size
	to := min(from+size, int64(len(s.trade.Rows)))
	if from >= to {
		return c.SetSize(0)
	}
	if err := c.SetSize(int(to - from)); err != nil {
		return err
	}
	for i := range int(to - from) {
		if err := s.fill(c, i, &s.trade.Rows[int(from)+i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *source) fill(c duckdb.DataChunk, i int, r *figuretest.Row) error {
	for n, v := range [...]int32{int32(r.Flow), int32(r.Month), r.Line} {
		if err := duckdb.SetChunkValue(c, n, i, v); err != nil {
			return err
		}
	}
	for n, v := range [...]string{s.trade.Regions[r.Region], s.trade.Partners[r.Partner], s.trade.Codes[r.Code], s.trade.Units[r.Code]} {
		if err := duckdb.SetChunkValue(c, 3+n, i, v); err != nil {
			return err
		}
	}
	for n, v := range [...]int64{r.Value, r.Weight, r.Quantity} {
		if v == figuretest.Absent {
			if err := c.SetValue(7+n, i, nil); err != nil {
				return err
			}
			continue
		}
		if err := duckdb.SetChunkValue(c, 7+n, i, v); err != nil {
			return err
		}
	}
	return nil
}

// The questions of figuretest in SQL, in its order. All ask for what a sum of
// ours holds: value, weight and the number of rows.
var inSQL = [...]string{
	`SELECT year(month)::VARCHAR, left(code, 2), sum(value)::VARCHAR, sum(weight)::VARCHAR, count(*)::VARCHAR
		FROM obs WHERE partner = 'CN' AND region = '46000' GROUP BY 1, 2 ORDER BY 1, 2`,
	`SELECT left(code, 4), sum(value) FILTER (year(month) = 2022)::VARCHAR, sum(value) FILTER (year(month) = 2021)::VARCHAR,
		sum(weight) FILTER (year(month) = 2022)::VARCHAR, count(*)::VARCHAR
		FROM obs WHERE month >= DATE '2021-01-01' AND month < DATE '2023-01-01' GROUP BY 1
		ORDER BY sum(value) FILTER (year(month) = 2022) DESC LIMIT 10`,
	`SELECT strftime(month, '%Y-%m'), flow, sum(value)::VARCHAR, sum(weight)::VARCHAR, count(*)::VARCHAR
		FROM obs WHERE partner = 'CN' GROUP BY month, flow ORDER BY month, flow`,
}

// answer asks the question and gives its rows.
func (d *duck) answer(question int) (out [][5]string, took time.Duration, err error) {
	from := time.Now()
	rows, err := d.db.Query(inSQL[question])
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var r [5]string
		if err := rows.Scan(&r[0], &r[1], &r[2], &r[3], &r[4]); err != nil {
			return nil, 0, err
		}
		out = append(out, r)
	}
	return out, time.Since(from), rows.Err()
}
