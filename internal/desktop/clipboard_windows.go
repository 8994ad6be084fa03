package desktop

import (
	"fmt"
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// SystemClipboard is that of this system.
func SystemClipboard() Clipboard {
	return Clipboard{System: "windows", Commands: programs{}, Native: putBoth}
}

const (
	unicodeText = 13     // CF_UNICODETEXT
	moveable    = 0x0002 // GMEM_MOVEABLE
	attempts    = 10     // another program may have the clipboard open
)

// calls are the functions of the system that x/sys has not.
type calls struct{ open, closing, empty, set, register, alloc, lock, unlock, free *windows.LazyProc }

func systemCalls() calls {
	user, kernel := windows.NewLazySystemDLL("user32.dll"), windows.NewLazySystemDLL("kernel32.dll")
	return calls{
		user.NewProc("OpenClipboard"), user.NewProc("CloseClipboard"), user.NewProc("EmptyClipboard"), user.NewProc("SetClipboardData"),
		user.NewProc("RegisterClipboardFormatW"), kernel.NewProc("GlobalAlloc"), kernel.NewProc("GlobalLock"), kernel.NewProc("GlobalUnlock"), kernel.NewProc("GlobalFree"),
	}
}

// putBoth places text and HTML in one go.
func putBoth(text, html string) error {
	runtime.LockOSThread() // the clipboard belongs to the thread that opened it
	defer runtime.UnlockOSThread()
	c := systemCalls()
	name, err := windows.UTF16PtrFromString("HTML Format")
	if err != nil {
		return err
	}
	format, _, err := c.register.Call(uintptr(unsafe.Pointer(name)))
	if format == 0 {
		return fmt.Errorf("register format: %w", err)
	}
	wide, err := windows.UTF16FromString(text)
	if err != nil {
		return err
	}
	ok := uintptr(0)
	for i := 0; i < attempts && ok == 0; i++ {
		if i > 0 {
			time.Sleep(20 * time.Millisecond)
		}
		ok, _, err = c.open.Call(0)
	}
	if ok == 0 {
		return fmt.Errorf("open clipboard: %w", err)
	}
	defer func() { _, _, _ = c.closing.Call() }()
	if ok, _, err := c.empty.Call(); ok == 0 {
		return fmt.Errorf("empty clipboard: %w", err)
	}
	plain := make([]byte, 0, 2*len(wide))
	for _, u := range wide {
		plain = append(plain, byte(u), byte(u>>8))
	}
	if err := c.place(unicodeText, plain); err != nil {
		return err
	}
	return c.place(format, append([]byte(HTMLFormat(html)), 0))
}

// place hands a copy of the data to the clipboard, which owns it then.
func (c calls) place(format uintptr, data []byte) error {
	room, _, err := c.alloc.Call(moveable, uintptr(len(data)))
	if room == 0 {
		return fmt.Errorf("room on the clipboard: %w", err)
	}
	at, _, err := c.lock.Call(room)
	if at == 0 {
		_, _, _ = c.free.Call(room)
		return fmt.Errorf("room on the clipboard: %w", err)
	}
	copy(unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&at))), len(data)), data)
	_, _, _ = c.unlock.Call(room)
	if ok, _, err := c.set.Call(format, room); ok == 0 {
		_, _, _ = c.free.Call(room)
		return fmt.Errorf("set clipboard: %w", err)
	}
	return nil
}
