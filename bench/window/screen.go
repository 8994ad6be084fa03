package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/xfixes"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Size of the display and of the window on it, in pixels.
const (
	screenWidth  = 1440
	screenHeight = 900
)

// screen is a display of its own with one program on it: it presses its keys
// and sees when its pixels change.
type screen struct {
	server *exec.Cmd
	name   string
	conn   *xgb.Conn
	root   xproto.Window
	keys   map[xproto.Keysym]xproto.Keycode
	frames chan time.Time // when something was drawn
}

// openScreen starts a display; closeScreen ends it.
func openScreen() (*screen, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	s := &screen{server: exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight), "-nolisten", "tcp")}
	s.server.ExtraFiles = []*os.File{w}
	if err := s.server.Start(); err != nil {
		w.Close()
		return nil, fmt.Errorf("no display: %w", err)
	}
	w.Close()
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("the display did not start: %w", err)
	}
	s.name = ":" + strings.TrimSpace(number)
	return s, s.connect()
}

func (s *screen) connect() (err error) {
	if s.conn, err = xgb.NewConnDisplay(s.name); err != nil {
		return err
	}
	for _, start := range []func(*xgb.Conn) error{xfixes.Init, damage.Init, xtest.Init} {
		if err := start(s.conn); err != nil {
			return err
		}
	}
	setup := xproto.Setup(s.conn)
	s.root = setup.DefaultScreen(s.conn).Root
	// The server answers requests of an extension only after it was asked for its version.
	if _, err := xfixes.QueryVersion(s.conn, 2, 0).Reply(); err != nil {
		return err
	}
	if _, err := damage.QueryVersion(s.conn, 1, 1).Reply(); err != nil {
		return err
	}
	id, err := damage.NewDamageId(s.conn)
	if err != nil {
		return err
	}
	if err := damage.CreateChecked(s.conn, id, xproto.Drawable(s.root), damage.ReportLevelRawRectangles).Check(); err != nil {
		return err
	}
	count := byte(setup.MaxKeycode - setup.MinKeycode + 1)
	table, err := xproto.GetKeyboardMapping(s.conn, setup.MinKeycode, count).Reply()
	if err != nil {
		return err
	}
	s.keys = map[xproto.Keysym]xproto.Keycode{}
	for i := range int(count) {
		for shift := range int(min(table.KeysymsPerKeycode, 1)) { // plain keys only
			sym := table.Keysyms[i*int(table.KeysymsPerKeycode)+shift]
			if _, there := s.keys[sym]; !there {
				s.keys[sym] = setup.MinKeycode + xproto.Keycode(i)
			}
		}
	}
	s.frames = make(chan time.Time, 4096)
	go s.listen()
	return nil
}

// listen notes when something was drawn; it ends with the connection.
func (s *screen) listen() {
	for {
		event, err := s.conn.WaitForEvent()
		if event == nil && err == nil {
			return
		}
		if _, ok := event.(damage.NotifyEvent); ok {
			select {
			case s.frames <- time.Now():
			default: // nobody looks
			}
		}
	}
}

func (s *screen) close() {
	s.conn.Close()
	s.server.Process.Kill() //nolint:errcheck // it is gone either way
	s.server.Wait()         //nolint:errcheck
}

// Keysyms of keys that are no letters.
const (
	control  xproto.Keysym = 0xffe3
	escape   xproto.Keysym = 0xff1b
	pageDown xproto.Keysym = 0xff56
	endKey   xproto.Keysym = 0xff57
)

// press presses and lets go a key, with others held.
func (s *screen) press(key xproto.Keysym, held ...xproto.Keysym) {
	for _, k := range held {
		s.fake(xproto.KeyPress, byte(s.keys[k]), 0, 0)
	}
	s.fake(xproto.KeyPress, byte(s.keys[key]), 0, 0)
	s.fake(xproto.KeyRelease, byte(s.keys[key]), 0, 0)
	for _, k := range held {
		s.fake(xproto.KeyRelease, byte(s.keys[k]), 0, 0)
	}
	s.sync()
}

func (s *screen) move(x, y int) { s.fake(xproto.MotionNotify, 0, int16(x), int16(y)); s.sync() }

// button presses and lets go a button of the mouse: 1 the left one, 5 the wheel down.
func (s *screen) button(n byte) {
	s.fake(xproto.ButtonPress, n, 0, 0)
	s.fake(xproto.ButtonRelease, n, 0, 0)
	s.sync()
}

func (s *screen) click(x, y int) {
	s.move(x, y)
	time.Sleep(60 * time.Millisecond) // the toolkit sees the move first
	s.button(1)
}

func (s *screen) hold(down bool) {
	if down {
		s.fake(xproto.ButtonPress, 1, 0, 0)
	} else {
		s.fake(xproto.ButtonRelease, 1, 0, 0)
	}
	s.sync()
}

func (s *screen) fake(kind, detail byte, x, y int16) {
	xtest.FakeInput(s.conn, kind, detail, 0, s.root, x, y, 0)
}

// sync returns when the server has done what it was asked.
func (s *screen) sync() { xproto.GetInputFocus(s.conn).Reply() } //nolint:errcheck // a lost server shows at the next picture

// closeWindows asks every window of the screen to close, as their crosses do.
func (s *screen) closeWindows() {
	tree, err := xproto.QueryTree(s.conn, s.root).Reply()
	if err != nil {
		return
	}
	protocols, err := xproto.InternAtom(s.conn, false, uint16(len("WM_PROTOCOLS")), "WM_PROTOCOLS").Reply()
	if err != nil {
		return
	}
	wish, err := xproto.InternAtom(s.conn, false, uint16(len("WM_DELETE_WINDOW")), "WM_DELETE_WINDOW").Reply()
	if err != nil {
		return
	}
	for _, w := range tree.Children {
		event := xproto.ClientMessageEvent{
			Format: 32, Window: w, Type: protocols.Atom,
			Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(wish.Atom), 0, 0, 0, 0}),
		}
		xproto.SendEvent(s.conn, false, w, 0, string(event.Bytes()))
	}
	s.sync()
}

// part is a part of the screen.
type part struct{ x, y, w, h int }

// picture is the pixels of a part, four bytes each.
func (s *screen) picture(p part) ([]byte, error) {
	r, err := xproto.GetImage(s.conn, xproto.ImageFormatZPixmap, xproto.Drawable(s.root), int16(p.x), int16(p.y), uint16(p.w), uint16(p.h), 0xffffffff).Reply()
	if err != nil {
		return nil, err
	}
	return r.Data, nil
}

// columns is in how many columns of pixels two pictures of a part differ: the
// blinking cursor of a field is less than four wide.
func (p part) columns(a, b []byte) int {
	n := 0
	for x := range p.w {
		for y := range p.h {
			i := (y*p.w + x) * 4
			if a[i] != b[i] || a[i+1] != b[i+1] || a[i+2] != b[i+2] {
				n++
				break
			}
		}
	}
	return n
}

const cursorWidth = 4

// forget drops frames that nobody waited for.
func (s *screen) forget() {
	for {
		select {
		case <-s.frames:
		default:
			return
		}
	}
}

// next waits for a drawing after which the part differs from the picture, by
// more than a cursor; the time is when the drawing was there.
func (s *screen) next(p part, before []byte, limit time.Duration) (at time.Time, now []byte, ok bool, err error) {
	end := time.After(limit)
	for {
		select {
		case at = <-s.frames:
			if now, err = s.picture(p); err != nil {
				return at, nil, false, err
			}
			if p.columns(before, now) >= cursorWidth {
				return at, now, true, nil
			}
		case <-end:
			return at, before, false, nil
		}
	}
}

// settle waits until the part has been the same for a while; the time is when
// it last changed, from if it never did.
func (s *screen) settle(p part, from time.Time, now []byte, quiet, limit time.Duration) (time.Time, error) {
	last, end := from, time.Now().Add(limit)
	for time.Now().Before(end) {
		at, next, ok, err := s.next(p, now, quiet)
		if err != nil {
			return last, err
		}
		if !ok {
			return last, nil
		}
		last, now = at, next
	}
	return last, nil
}
