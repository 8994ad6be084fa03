package crash_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefing/internal/crash"
)

func reports(dir string) crash.Reports {
	return crash.Reports{Dir: dir, Version: "1.2.3", Now: func() time.Time { return time.Date(2023, 3, 20, 23, 0, 0, 0, time.UTC) }}
}

// TestMain lets this binary be the program that is ended by a panic.
func TestMain(m *testing.M) {
	if dir := os.Getenv("CRASH_DIR"); dir != "" {
		_, end := reports(dir).Watch()
		defer end()
		done := make(chan struct{})
		go func() { panic("канарейка " + os.Getenv("CRASH_DIR")) }() // as a library might
		<-done
	}
	os.Exit(m.Run())
}

func TestAReportHoldsNoData(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "settings")
	r := reports(dir)
	path := r.Write("канарейка", []byte("goroutine 1 [running]:\nmain.main()"))
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(text); strings.Contains(s, "канарейка") || !strings.Contains(s, "Briefing 1.2.3") || !strings.Contains(s, "main.main()") || !strings.Contains(s, "string") {
		t.Errorf("%s", s)
	}
	if again := r.Write(1, nil); again == path || again == "" {
		t.Errorf("a second report went to %q", again)
	}
	if (crash.Reports{}).Write(1, nil) != "" {
		t.Error("a report without a folder")
	}
}

func TestWhatEndedTheProgramIsFoundAtItsNextStart(t *testing.T) {
	dir := t.TempDir()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "CRASH_DIR="+dir)
	if err := cmd.Run(); err == nil {
		t.Fatal("the program did not end by its panic")
	}
	left, end := reports(dir).Watch()
	text, err := os.ReadFile(left)
	if err != nil {
		t.Fatalf("%q: %v", left, err)
	}
	if s := string(text); strings.Contains(s, "канарейка") || !strings.Contains(s, "crash_test.TestMain") || !strings.Contains(s, "Briefing 1.2.3") {
		t.Errorf("%s", s)
	}
	end()
	again, end := reports(dir).Watch()
	defer end()
	if again != "" {
		t.Errorf("told twice: %s", again)
	}
}
