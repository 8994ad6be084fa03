package desktop_test

import (
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"briefing/internal/desktop"
)

// The window that listens is sent what Windows sends at a shutdown: asked, it
// agrees; of a shutdown that was called off it tells nobody, of one that comes it does.
func TestTheEndOfTheSessionReachesTheProgram(t *testing.T) {
	asked := make(chan struct{}, 4)
	desktop.OnEnding(func() { asked <- struct{}{} })
	user := windows.NewLazySystemDLL("user32.dll")
	name, err := windows.UTF16PtrFromString("BriefingEnding")
	if err != nil {
		t.Fatal(err)
	}
	window := uintptr(0)
	for end := time.Now().Add(10 * time.Second); window == 0 && time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		window, _, _ = user.NewProc("FindWindowW").Call(uintptr(unsafe.Pointer(name)), 0)
	}
	if window == 0 {
		t.Fatal("nobody listens to the system")
	}
	if yes, _, _ := user.NewProc("SendMessageW").Call(window, 0x0011, 0, 0); yes != 1 {
		t.Errorf("the program objects to the end of the session: %d", yes)
	}
	_, _, _ = user.NewProc("SendMessageW").Call(window, 0x0016, 0, 0)
	select {
	case <-asked:
		t.Error("a shutdown that was called off ends the program")
	case <-time.After(300 * time.Millisecond):
	}
	_, _, _ = user.NewProc("PostMessageW").Call(window, 0x0016, 1, 0)
	select {
	case <-asked:
	case <-time.After(5 * time.Second):
		t.Fatal("the end of the session does not arrive")
	}
}
