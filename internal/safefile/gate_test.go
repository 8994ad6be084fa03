package safefile_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"briefing/internal/safefile"
)

func TestAGateIsClosedUntilItIsOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alone")
	if safefile.GateClosed(path) {
		t.Error("a gate that nobody closed is closed")
	}
	first, err := safefile.CloseGate(path)
	if err != nil {
		t.Fatal(err)
	}
	if !safefile.GateClosed(path) {
		t.Error("a closed gate is open")
	}
	second, err := safefile.CloseGate(path) // somebody else wants it too
	if err != nil {
		t.Fatal(err)
	}
	second.Open()
	if !safefile.GateClosed(path) {
		t.Error("who did not close the gate has opened it")
	}
	first.Open()
	first.Open()
	if _, err := os.Stat(path); safefile.GateClosed(path) || err == nil {
		t.Error("the gate was not opened, or its file is left")
	}
}

// Before, the age of the file decided, and everybody waited that long.
func TestTheGateOfADeadProcessIsOpen(t *testing.T) {
	if path := os.Getenv("GATE_OF"); path != "" {
		if _, err := safefile.CloseGate(path); err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString("closed\n")
		select {}
	}
	path := filepath.Join(t.TempDir(), "alone")
	cmd := exec.Command(os.Args[0], "-test.run", "^TestTheGateOfADeadProcessIsOpen$")
	cmd.Env = append(os.Environ(), "GATE_OF="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	closed := safefile.GateClosed(path)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	if err != nil || line != "closed\n" || !closed {
		t.Fatalf("the other process says %q (%v), the gate is closed: %t", line, err, closed)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error("the file did not stay:", err)
	}
	if safefile.GateClosed(path) {
		t.Error("a dead process keeps the gate closed")
	}
}
