package redline_test

import (
	"strings"
	"testing"
)

const more = `<w:p><w:r><w:t>Предлагаем открыть торговый дом.</w:t></w:r></w:p><w:p><w:r><w:t>И логистический центр.</w:t></w:r></w:p>`

func TestAParagraphBelowATextBecomesALineOfIt(t *testing.T) {
	sent := pack(stored, figures())
	back := edited(t, sent, "</w:hyperlink><w:bookmarkEnd w:id=\"2\"/></w:p>", "</w:hyperlink><w:bookmarkEnd w:id=\"2\"/></w:p>"+more)
	res := compare(t, sent, back)
	if len(res.Differences) != 2 {
		t.Fatalf("%+v", res.Differences)
	}
	d := res.Differences[0]
	if d.Reason != "" || !d.Added || d.Ref.ID != "M-1" || d.Field.Key != "body_ru" || d.After != stored+"\nПредлагаем открыть торговый дом." {
		t.Errorf("%+v", d)
	}
	// One of them is taken: the other is offered still, under its number.
	then := compare(t, pack(d.After, figures()), back).Differences
	if len(then) != 1 || then[0].Number != 2 || !then[0].Added || then[0].After != d.After+"\nИ логистический центр." {
		t.Errorf("after the first: %+v", then)
	}
	if left := compare(t, pack(then[0].After, figures()), back).Differences; len(left) != 0 {
		t.Errorf("after both: %+v", left)
	}
}

// The text itself was edited too: each of both is taken by itself.
func TestAnEditedTextWithAParagraphBelowIt(t *testing.T) {
	sent := pack(stored, figures())
	back := edited(t, sent, "отгружено", "поставлено", "</w:hyperlink><w:bookmarkEnd w:id=\"2\"/></w:p>", "</w:hyperlink><w:bookmarkEnd w:id=\"2\"/></w:p>"+more)
	res := compare(t, sent, back).Differences
	if len(res) != 3 || res[0].Added || !res[1].Added || res[0].Reason+res[1].Reason+res[2].Reason != "" {
		t.Fatalf("%+v", res)
	}
	words := strings.Replace(stored, "отгружено", "поставлено", 1)
	then := compare(t, pack(res[1].After, figures()), back).Differences
	if len(then) != 2 || then[0].Reason != "" || then[0].After != words+"\nПредлагаем открыть торговый дом." || then[0].Before != res[1].After || then[1].Number != 3 {
		t.Errorf("after the first paragraph was taken: %+v", then)
	}
}

func TestATextThatIsGoneIsTakenOutOnRequestOnly(t *testing.T) {
	sent := pack(stored, figures())
	back := edited(t, sent)
	for i := range back.Parts {
		if back.Parts[i].Key.Kind == 'f' {
			back.Parts = append(back.Parts[:i:i], back.Parts[i+1:]...)
			break
		}
	}
	res := compare(t, sent, back)
	if len(res.Differences) != 1 || !res.Differences[0].Removed || res.Differences[0].After != "" || res.Differences[0].Before != stored || len(res.Differences[0].Figures) != 2 {
		t.Errorf("%+v", res)
	}
}
