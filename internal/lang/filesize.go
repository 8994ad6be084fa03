package lang

import "briefing/internal/briefing"

// FileSize prints a number of bytes as a person reads it: «12 КБ», «3,4 МБ».
func FileSize(l briefing.Lang, n int) string {
	if n < 1<<20 {
		return T(l, "size.kb", (n+1023)/1024)
	}
	return T(l, "size.mb", Number(l, briefing.Tenths((n*10+1<<19)>>20), NumberStyle{Decimals: 1}))
}
