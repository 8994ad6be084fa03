package docx

import (
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

const zh = briefing.ZH

// stretch is a part of a run in one script; lang is its language where it is
// not that of the document.
type stretch struct {
	text string
	lang string
	han  bool
}

// stretches parts a text where its script changes, so that a word processor
// checks each word in its own language and takes the right font. Digits, signs
// and blanks go with what stands before them.
func stretches(s string, l briefing.Lang) []stretch {
	var out []stretch
	start, now := 0, script(0)
	for i, r := range s {
		is := scriptOf(r)
		if is == 0 || is == now {
			continue
		}
		if now != 0 && i > start {
			out = append(out, stretched(s[start:i], now, l))
			start = i
		}
		now = is
	}
	if start < len(s) {
		out = append(out, stretched(s[start:], now, l))
	}
	return out
}

type script byte

const (
	latin    script = 'l'
	cyrillic script = 'c'
	han      script = 'h'
)

func scriptOf(r rune) script {
	switch {
	case r < 0x80:
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return latin
		}
		return 0
	case r >= 0x400 && r < 0x530:
		return cyrillic
	case r >= 0x2E80 && r < 0xA000, r >= 0xF900 && r < 0xFB00, r >= 0xFF00 && r < 0xFF61, r >= 0x20000 && r < 0x40000:
		return han
	case unicode.Is(unicode.Latin, r):
		return latin
	}
	return 0
}

func stretched(text string, sc script, l briefing.Lang) stretch {
	out := stretch{text: text}
	switch sc {
	case latin:
		if l != briefing.EN {
			out.lang = "en-GB"
		}
	case cyrillic:
		if l != briefing.RU {
			out.lang = "ru-RU"
		}
	case han:
		out.han = true
	case 0:
		out.han = l == briefing.ZH // quotation marks and dashes alone take the Chinese font
	}
	return out
}

// signText is the character that stands for a sign; it never stands without its
// word.
func signText(s document.Sign) string {
	switch s {
	case document.SignRise:
		return "▲"
	case document.SignFall:
		return "▼"
	case document.SignPlan:
		return "□"
	case document.SignForecast:
		return "▨"
	case document.SignEstimate:
		return "◇"
	case document.SignNoBase:
		return "–"
	case document.SignConfirmed:
		return "●"
	case document.SignQualified:
		return "◐"
	case document.SignUnchecked:
		return "○"
	case document.SignConflict:
		return "△"
	case document.SignRejected:
		return "✕"
	}
	return ""
}

// toneColor is the colour of a tone, "" of ink.
func toneColor(t document.Tone) string {
	switch t {
	case document.Secondary:
		return colorSecond
	case document.Accent:
		return colorAccent
	case document.Good:
		return "1E7F5C"
	case document.Warn:
		return colorWarn
	case document.Bad:
		return "B3261E"
	}
	return ""
}
