package app

import "testing"

// What has no name in a language has none, and no sign in its place.
func TestNoNameIsNoSign(t *testing.T) {
	if n := insightNames("hs2", "X"); n.RU != "" || n.EN != "" || n.ZH != "" {
		t.Errorf("%q", n)
	}
	if n := insightNames("hs2", "10"); n.RU == "" || n.EN == "" {
		t.Errorf("%q", n)
	}
}
