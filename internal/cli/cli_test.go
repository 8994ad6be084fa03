package cli_test

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"briefing/internal/briefing"
	"briefing/internal/cli"
)

// The program itself runs in the scripts, with its state folder inside the
// script's own and a clock that stands still.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"briefing": func() { os.Exit(cli.Main(environment())) },
		"remove":   remove,
		"onsource": onSource,
		"spoil":    spoil,
		"mend":     mend,
	})
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
	env.World.Now = func() time.Time { return time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC) }
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
			_, err := os.Stat(samples)
			return cond == "samples" && err == nil, nil
		},
	})
}
