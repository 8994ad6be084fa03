package memory

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// CollectEarly lets garbage be collected whenever the heap has grown by so many
// hundredths, once so many bytes are held. Until then it is when the heap has
// doubled: of a small one a collection gives little back, and there would be
// one after the other.
//
// It is for a command that passes through much memory and ends; the setting is
// the process's.
func CollectEarly(held uint64, hundredths int) {
	debug.SetGCPercent(100)
	watch(held, hundredths)
}

// watch looks at the end of each collection how much is held: then it is
// noticed what nobody holds.
func watch(held uint64, hundredths int) {
	runtime.AddCleanup(new(dropped), func(struct{}) {
		now := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		if metrics.Read(now); now[0].Value.Kind() != metrics.KindUint64 || now[0].Value.Uint64() >= held {
			debug.SetGCPercent(hundredths)
			return
		}
		watch(held, hundredths)
	}, struct{}{})
}

// dropped is large enough not to lie in one place with others, which would be
// held as long as they are.
type dropped struct {
	_ *byte
	_ [2]uint64
}
