package app

import (
	"crypto/sha256"
	"encoding/hex"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// Unread lists what was typed into fields of a record and could not be read as
// their values, by the key of the field.
func (p *Project) Unread(ref briefing.Ref) map[string]string {
	out := map[string]string{}
	p.Read(func(pr *project.Project) {
		for _, t := range pr.Typed {
			if t.Kind == string(ref.Kind) && t.Record == ref.ID {
				out[t.Field] = t.Words
			}
		}
	})
	return out
}

// KeepTyped keeps words that could not be read as the value of a field, so
// that they are there when the record is shown again, after a crash too. Empty
// words take them away: the field has a value, or its old one is good.
func (p *Project) KeepTyped(ref briefing.Ref, field, words string) error {
	t := typedWords(ref, field, words)
	if words != "" {
		return p.commit("typed", store.Change{Put: t})
	}
	if _, ok := p.Unread(ref)[field]; !ok {
		return nil
	}
	return p.commit("typed", store.Change{Remove: t.Ref()})
}

func typedWords(ref briefing.Ref, field, words string) *briefing.Typed {
	sum := sha256.Sum256([]byte(string(ref.Kind) + "\x00" + string(ref.ID) + "\x00" + field))
	return &briefing.Typed{
		ID: briefing.ID("t-" + hex.EncodeToString(sum[:6])), Kind: string(ref.Kind), Record: ref.ID, Field: field, Words: words,
	}
}

// waitingWords are the words that wait in records which are there.
func waitingWords(pr *project.Project) []*briefing.Typed {
	var out []*briefing.Typed
	for _, t := range pr.Typed {
		if t.Record == "" || pr.Find(briefing.Ref{Kind: briefing.Kind(t.Kind), ID: t.Record}) != nil {
			out = append(out, t)
		}
	}
	return out
}
