package desktop

import (
	"log/slog"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"briefing/internal/routine"
)

// What Windows sends to the windows of a program when the user logs out or the
// machine is shut down. A program with windows gets no signal then, and is ended
// as soon as each of its windows has answered.
const (
	queryEndSession = 0x0011 // WM_QUERYENDSESSION
	endSession      = 0x0016 // WM_ENDSESSION
	endingClass     = "BriefingEnding"
	// endingWait is how long the answer is held back for the program to end by
	// itself; the system waits five seconds, then asks the user.
	endingWait = 20 * time.Second
)

// windowClass is WNDCLASSEXW.
type windowClass struct {
	size, style                        uint32
	proc                               uintptr
	classExtra, windowExtra            int32
	instance, icon, cursor, background windows.Handle
	menu, name                         *uint16
	smallIcon                          windows.Handle
}

// onSessionEnd calls fn when Windows ends the session, and does not answer before
// the program has ended. It listens with a window of its own, out of sight: that of
// the toolkit answers at once.
func onSessionEnd(fn func()) {
	routine.Go(func() {
		runtime.LockOSThread() // a window's messages come to the thread that made it
		user := windows.NewLazySystemDLL("user32.dll")
		answer := user.NewProc("DefWindowProcW")
		proc := windows.NewCallback(func(window, message, w, l uintptr) uintptr {
			switch message {
			case queryEndSession:
				return 1
			case endSession:
				if w != 0 {
					fn()
					time.Sleep(endingWait)
				}
				return 0
			}
			r, _, _ := answer.Call(window, message, w, l)
			return r
		})
		name, err := windows.UTF16PtrFromString(endingClass)
		if err != nil {
			return
		}
		class := windowClass{proc: proc, name: name}
		class.size = uint32(unsafe.Sizeof(class))
		if made, _, err := user.NewProc("RegisterClassExW").Call(uintptr(unsafe.Pointer(&class))); made == 0 {
			slog.Warn("the end of the session will not be noticed", "error", err)
			return
		}
		window, _, err := user.NewProc("CreateWindowExW").Call(0, uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(name)), 0, 0, 0, 0, 0, 0, 0, 0, 0)
		if window == 0 {
			slog.Warn("the end of the session will not be noticed", "error", err)
			return
		}
		var message [12]uintptr // MSG, with room to spare
		next, dispatch := user.NewProc("GetMessageW"), user.NewProc("DispatchMessageW")
		for {
			if got, _, _ := next.Call(uintptr(unsafe.Pointer(&message)), 0, 0, 0); int32(got) <= 0 {
				return
			}
			_, _, _ = dispatch.Call(uintptr(unsafe.Pointer(&message)))
		}
	}, nil)
}
