package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/cli"
)

// The program itself runs in the scripts, with its state folder inside the
// script's own and a clock that stands still.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"briefing":   func() { os.Exit(cli.Main(environment())) },
		"remove":     remove,
		"onsource":   onSource,
		"spoil":      spoil,
		"mend":       mend,
		"typenumber": typeNumber,
		"ftsrows":    ftsRows,
		"gaccrows":   gaccRows,
	})
}

// ftsRows writes so many rows as the Russian portal exports them, in dollars and
// kilograms: meat at 2000 dollars a tonne and wheat at 250.
func ftsRows() {
	n, err := strconv.Atoi(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	b := []byte("napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\tNetto\tKol\tRegion\tRegion_s\n")
	for i := range n {
		kg := (i + 1) * 1000
		row := [...]string{"0207149900", strconv.Itoa(kg * 2)}
		if i%2 == 1 {
			row = [...]string{"1001990000", strconv.Itoa(kg / 4)}
		}
		b = fmt.Appendf(b, "ЭК\t%02d/2021\tCN\t%s\t\t%s,00\t%d\t0\t46000 - МОСКОВСКАЯ ОБЛАСТЬ\t\n", i%12+1, row[0], row[1], kg)
	}
	if err := os.WriteFile(os.Args[1], b, 0o600); err != nil {
		log.Fatal(err)
	}
}

// gaccRows writes a year as the Chinese customs give it, in yuan: imports from
// Russia, at 14 yuan a kilogram.
func gaccRows() {
	b := []byte("数据年月,贸易伙伴编码,贸易伙伴名称,商品编码,商品名称,第一数量,第一计量单位,第二数量,第二计量单位,人民币,\n")
	for m := 1; m <= 12; m++ {
		b = fmt.Appendf(b, "\"2021%02d\",\"344\",\"俄罗斯联邦\",\"02071400\",\"鸡块\",\"%d\",\"千克\",\"0\",\"?\",\"%d\",\n", m, m*1000, m*14000)
	}
	if err := os.WriteFile(os.Args[1], b, 0o600); err != nil {
		log.Fatal(err)
	}
}

// spoil copies a project with one bit of it turned, in the last place where it
// has the text given.
func spoil() {
	data, err := os.ReadFile(os.Args[1])
	if err == nil {
		data[bytes.LastIndex(data, []byte(os.Args[3]))] ^= 4
		err = os.WriteFile(os.Args[2], data, 0o600)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func environment() cli.Env {
	env := cli.System(nil)
	env.World.Now = func() time.Time { return time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC).Local() }
	env.World.User = "tester"
	env.Lang = briefing.RU
	return env
}

type listed struct{ ID, File string }

// listing is what the program lists; IDs are others each time.
func listing(args ...string) (list []listed) {
	var out bytes.Buffer
	env := environment()
	env.Args, env.Out = args, &out
	if code := cli.Main(env); code != 0 {
		os.Exit(code)
	}
	if err := json.Unmarshal(out.Bytes(), &list); err != nil {
		log.Fatal(err)
	}
	return list
}

// onSource takes a file into a project on the first source it has.
func onSource() {
	env := environment()
	env.Args = []string{"import", os.Args[1], os.Args[2], "--unit", "value=usd,weight=kg", "--source", listing("list", os.Args[1], "sources", "--json")[0].ID}
	os.Exit(cli.Main(env))
}

// remove takes the import of a file out of a project.
func remove() {
	for _, i := range listing("imports", os.Args[1], "--json") {
		if i.File == os.Args[2] {
			env := environment()
			env.Args = []string{"imports", os.Args[1], "--remove", i.ID, "--json"}
			os.Exit(cli.Main(env))
		}
	}
	log.Fatal("no import of ", os.Args[2])
}

// mend replaces a text in a file.
func mend() {
	data, err := os.ReadFile(os.Args[1])
	if err == nil {
		err = os.WriteFile(os.Args[1], bytes.ReplaceAll(data, []byte(os.Args[2]), []byte(os.Args[3])), 0o600)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// typeNumber puts a number typed by hand into a text of the example.
func typeNumber() {
	p, err := app.Open(environment().World, os.Args[1], true)
	if err != nil {
		log.Fatal(err)
	}
	r, err := p.Get(briefing.Ref{Kind: briefing.KindSeries, ID: "agri-world"})
	if err != nil {
		log.Fatal(err)
	}
	r.(*briefing.Series).Caveat = briefing.Text{RU: "В 2018 году — 829 млн долл. США."}
	for _, do := range []func() error{func() error { return p.Put(r) }, p.Save, p.Close} {
		if err := do(); err != nil {
			log.Fatal(err)
		}
	}
}

func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../../shared/samples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("BRIEFING_STATE", filepath.Join(e.WorkDir, "state"))
			e.Setenv("SAMPLES", samples)
			e.Setenv("HOME", e.WorkDir)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "zones" {
				_, err := time.LoadLocation("Pacific/Kiritimati")
				return err == nil, nil
			}
			_, err := os.Stat(samples)
			return cond == "samples" && err == nil, nil
		},
	})
}
