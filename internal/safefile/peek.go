package safefile

import "os"

// Peek tells who holds the lock of target, nil when nobody does. running is
// false for a process of this machine, named host, that is no more: its lock
// will be taken over. Of another machine's it can't be told. Nothing is
// touched, so that looking never gets in the way of taking.
func Peek(target, host string) (holder *Holder, running bool) {
	f, err := os.Open(lockPath(target))
	if err != nil {
		return nil, false
	}
	defer f.Close() //nolint:errcheck // opened for reading only
	h := readHolder(f)
	if h == nil {
		h = &Holder{}
	}
	return h, h.Host != host || Alive(h.PID)
}
