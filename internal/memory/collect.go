package memory

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// CollectEarly lets the collector of garbage go to work whenever the heap has
// grown by so many hundredths, once it holds more bytes than hold. Before that
// a collection gives little back, and there would be one after the other.
//
// It is for a command that passes through much memory and ends; the setting is
// the process's.
func CollectEarly(hold uint64, hundredths int) {
	// What nobody holds is noticed at the end of each collection.
	runtime.AddCleanup(new(collected), func(struct{}) {
		held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		if metrics.Read(held); held[0].Value.Kind() != metrics.KindUint64 || held[0].Value.Uint64() >= hold {
			debug.SetGCPercent(hundredths)
			return
		}
		CollectEarly(hold, hundredths)
	}, struct{}{})
}

// collected is large enough not to lie in one place with others, which would
// be held as long as they are.
type collected struct {
	_ *byte
	_ [2]uint64
}
