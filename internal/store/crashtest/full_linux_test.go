package crashtest_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// TestAFullDisk mounts a disk of 2 MB in a name space of its own, for which no
// rights are needed, and fills it in the middle of the work.
func TestAFullDisk(t *testing.T) {
	apart(t, "TestInsideAFullDisk")
}

// apart runs a test of this package in name spaces of its own, where it may
// mount; the folder for that is in the variable named by fullDisk.
func apart(t *testing.T, inside string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^"+inside+"$", "-test.v")
	cmd.Env = append(os.Environ(), fullDisk+"="+t.TempDir())
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, os.ErrPermission) || strings.Contains(string(out), "no disk:") {
		t.Skipf("user name spaces are not allowed here: %v %s", err, out)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

// small is the disk that is filled.
type small struct{ dir string }

// leave fills the disk but for some bytes.
func (s small) leave(t *testing.T, free int) {
	t.Helper()
	f, err := os.Create(filepath.Join(s.dir, "filler"))
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	for err == nil {
		var n int
		n, err = f.Write(make([]byte, 4096))
		size += n
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(int64(max(0, size-free))), f.Close()); err != nil {
		t.Fatal(err)
	}
}

func (s small) clear(t *testing.T) {
	t.Helper()
	if err := os.Remove(filepath.Join(s.dir, "filler")); err != nil {
		t.Fatal(err)
	}
}

func TestInsideAFullDisk(t *testing.T) {
	dir := os.Getenv(fullDisk)
	if dir == "" {
		return // not started by another test
	}
	if err := syscall.Mount("small", dir, "tmpfs", 0, "size=2m"); err != nil {
		t.Fatalf("no disk: %v", err)
	}
	d, s := desk{dir}, small{dir}
	d.layOut(t)
	w := app.System()
	w.StateDir = d.state()
	p, err := app.Open(w, d.path(), true)
	if err != nil {
		t.Fatal(err)
	}
	now := func() (s string) {
		p.Read(func(pr *project.Project) { s = values(pr) })
		return s
	}
	refused := 0
	for i, step := range []struct {
		name string
		do   func(n int) error
	}{
		{"change", func(n int) error {
			body := strings.Repeat(fmt.Sprintf("%d сказать ", n), 900)
			return p.Put(&briefing.Message{ID: "m1", Body: briefing.Text{RU: body}})
		}},
		{"import", func(n int) error {
			file := filepath.Join(os.TempDir(), fmt.Sprintf("full-%d-%d.csv", os.Getpid(), n))
			defer os.Remove(file)
			if err := os.WriteFile(file, []byte(customs(2000, 2010+n)), 0o600); err != nil {
				return err
			}
			_, err := p.Import(t.Context(), file, app.ImportOptions{Units: importer.Units{Value: "thousand-usd", Weight: "t"}})
			return err
		}},
		{"publish", func(n int) error {
			if err := p.Put(&briefing.Person{ID: "p1", Biography: briefing.Text{RU: fmt.Sprint(n)}}); err != nil {
				return err
			}
			return p.Save()
		}},
	} {
		for n, free := range []int{0, 4 << 10, 20 << 10, 60 << 10} {
			before, file := now(), digest(t, d.path())
			s.leave(t, free)
			err := step.do(10*i + n)
			full := err != nil
			switch sentence, _ := lang.Error(briefing.RU, err); {
			case full && (briefing.CodeOf(err) != briefing.CodeNoSpace || !strings.Contains(sentence, "места")):
				t.Errorf("%s with %d bytes left: %v: %s", step.name, free, err, sentence)
			case full && step.name != "publish" && now() != before:
				t.Errorf("%s with %d bytes left: refused, and yet something has changed", step.name, free)
			case full && digest(t, d.path()) != file:
				t.Errorf("%s with %d bytes left: the user's file was touched", step.name, free)
			}
			s.clear(t)
			if full {
				refused++
				if err := step.do(10*i + n); err != nil {
					t.Errorf("%s after space was freed: %v", step.name, err)
				}
			}
		}
	}
	t.Logf("%d of 12 steps met the full disk", refused)
	if refused < 6 {
		t.Errorf("only %d steps met the full disk", refused)
	}
	last := now()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if p, err = app.Open(w, d.path(), false); err != nil {
		t.Fatal(err)
	}
	if now() != last || p.State().Conflict != "" {
		t.Error("the file does not hold what was shown")
	}
	_ = p.Close()
}

func digest(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
