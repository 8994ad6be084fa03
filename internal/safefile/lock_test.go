package safefile_test

import (
	"bufio"
	"os"
	"path/filepath"
	"testing"
	"time"

	"briefing/internal/safefile"
)

func me() safefile.Holder {
	return safefile.Holder{User: "Анна", Host: "здесь", PID: os.Getpid(), Since: time.Date(2023, 3, 20, 20, 0, 0, 0, time.UTC)}
}

func TestASecondTakerIsToldWhoHoldsTheFile(t *testing.T) {
	target := filepath.Join(t.TempDir(), "a.briefing")
	first, holder, err := safefile.TakeLock(target, me(), false)
	if err != nil || holder != nil {
		t.Fatal(holder, err)
	}
	for _, force := range []bool{false, true} {
		second, holder, err := safefile.TakeLock(target, safefile.Holder{User: "Пётр", Host: "здесь"}, force)
		if err != nil || second != nil || holder == nil || *holder != me() {
			t.Fatalf("force %v: %v %+v %v", force, second, holder, err)
		}
	}
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	if err := first.Release(); err != nil {
		t.Error("a second release:", err)
	}
	if left := contents(t, filepath.Dir(target)); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	third, holder, err := safefile.TakeLock(target, me(), false)
	if err != nil || holder != nil {
		t.Fatal(holder, err)
	}
	if err := third.Release(); err != nil {
		t.Fatal(err)
	}
}

func TestTheLockOfADeadProcessIsTakenOver(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "a.pdf")
	cmd := child(t, "hold", dir)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(stdout).ReadString('\n'); line != "held\n" {
		t.Fatal(line, err)
	}
	if lock, holder, err := safefile.TakeLock(target, me(), false); lock != nil || err != nil || holder.User != "Пётр" {
		t.Fatal(lock, holder, err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	_ = stdin.Close()
	lock, holder, err := safefile.TakeLock(target, me(), false)
	if err != nil || holder != nil {
		t.Fatal(holder, err)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
}

func TestTheLockOfAnotherMachineIsTakenOnlyWithForce(t *testing.T) {
	target := filepath.Join(t.TempDir(), "a.briefing")
	there := `{"user":"Пётр","host":"там","pid":1,"since":"2023-03-20T20:00:00Z"}`
	if err := os.WriteFile(filepath.Join(filepath.Dir(target), ".a.briefing.lock"), []byte(there), 0o600); err != nil {
		t.Fatal(err)
	}
	if lock, holder, err := safefile.TakeLock(target, me(), false); lock != nil || err != nil || holder.Host != "там" {
		t.Fatal(lock, holder, err)
	}
	lock, holder, err := safefile.TakeLock(target, me(), true)
	if err != nil || holder != nil {
		t.Fatal(holder, err)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
}
