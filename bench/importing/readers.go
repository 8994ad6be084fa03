package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"
)

// bench knows where everything is.
type bench struct {
	dir, binary, python string
	times               int
}

// took is what one reading took: seconds, and megabytes at the peak.
type took struct{ wall, cpu, peak float64 }

// reader reads a file once when it is run.
type reader struct {
	name    string
	run     func() (took, error)
	took    []took
	missing error // why it can't be had
}

// columns gives wall and processor times in order, and the highest peak.
func (r *reader) columns() (wall, cpu []float64, peak float64) {
	for _, t := range r.took {
		wall, cpu, peak = append(wall, t.wall), append(cpu, t.cpu), max(peak, t.peak)
	}
	slices.Sort(wall)
	slices.Sort(cpu)
	return wall, cpu, peak
}

// process runs a program and gives what it took and what it printed.
func process(env []string, name string, args ...string) (took, string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	var out, failed bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &failed
	from := time.Now()
	err := cmd.Run()
	t := took{wall: time.Since(from).Seconds()}
	if err != nil {
		return t, "", fmt.Errorf("%w: %s", err, lastLine(failed.String()))
	}
	t.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		t.peak = float64(u.Maxrss) / 1000
	}
	return t, out.String(), nil
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// state keeps working copies away from those of the user.
func (b *bench) state() []string { return []string{"BRIEFING_STATE=" + filepath.Join(b.dir, "state")} }

func (b *bench) empty() string { return filepath.Join(b.dir, "empty.briefing") }

func (b *bench) prepare() error {
	_, _, err := process(b.state(), b.binary, "new", b.empty())
	return err
}

// ours imports into an empty project: recognised, validated, journalled,
// durable, published, the file closed.
func (b *bench) ours(path string) *reader {
	return &reader{name: "briefing import, whole process", run: func() (took, error) {
		project := filepath.Join(b.dir, "p.briefing")
		data, err := os.ReadFile(b.empty())
		if err == nil {
			err = os.WriteFile(project, data, 0o600)
		}
		if err != nil {
			return took{}, err
		}
		t, _, err := process(b.state(), b.binary, "import", project, path, "--unit", "value=usd,weight=kg")
		return t, err
	}}
}

// duck loads into a new file, typed and checkpointed.
func (b *bench) duck(path string) *reader {
	return &reader{name: "DuckDB load, whole process", run: func() (took, error) {
		self, err := os.Executable()
		if err != nil {
			return took{}, err
		}
		file := filepath.Join(b.dir, "p.duckdb")
		if err := os.RemoveAll(file); err != nil {
			return took{}, err
		}
		t, _, err := process(nil, self, "-duck", path, "-into", file)
		return t, err
	}}
}

const loading = `CREATE TABLE obs AS SELECT * FROM read_csv('%s', delim = '\t', header = true, decimal_separator = ',', columns = {
	'napr': 'VARCHAR', 'period': 'VARCHAR', 'nastranapr': 'VARCHAR', 'tnved': 'VARCHAR', 'edizm': 'VARCHAR',
	'Stoim': 'DECIMAL(18,2)', 'Netto': 'DECIMAL(18,3)', 'Kol': 'DECIMAL(18,3)', 'Region': 'VARCHAR', 'Region_s': 'VARCHAR'})`

// load is what the process of duck does.
func load(path, into string) error {
	db, err := sql.Open("duckdb", into)
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	for _, q := range [...]string{fmt.Sprintf(loading, path), `CHECKPOINT`} {
		if _, err := db.Exec(q); err != nil {
			return err
		}
	}
	return db.Close()
}

// pandas is measured by what it says itself, without its start.
func (b *bench) pandas(path string) *reader {
	return b.script("pandas read_csv alone", `import sys, time, pandas
t = time.time(); f = pandas.read_csv(sys.argv[1], sep='\t', decimal=',', dtype={'tnved': str, 'Region': str}); print(time.time() - t)`, path)
}

// openpyxl goes through all rows, read only, without its start.
func (b *bench) openpyxl(path string) *reader {
	return b.script("openpyxl, read only", `import sys, time, openpyxl
t = time.time(); w = openpyxl.load_workbook(sys.argv[1], read_only=True)
n = sum(len(r) for r in w.active.iter_rows(values_only=True)); print(time.time() - t)`, path)
}

func (b *bench) script(name, text, path string) *reader {
	return &reader{name: name, run: func() (took, error) {
		t, out, err := process(nil, b.python, "-c", text, path)
		if err == nil {
			_, err = fmt.Sscan(out, &t.wall)
		}
		return t, err
	}}
}
