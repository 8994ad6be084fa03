package cli_test

import (
	"bytes"
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
		"briefing": func() {
			env := cli.System(nil)
			env.World.Now = func() time.Time { return time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC).Local() }
			env.World.User = "tester"
			env.Lang = briefing.RU
			os.Exit(cli.Main(env))
		},
		"spoil": spoil,
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
