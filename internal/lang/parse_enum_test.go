package lang_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

func TestOptionsAsPeopleWriteThem(t *testing.T) {
	group := map[string]briefing.Field{}
	for _, d := range briefing.Descriptions() {
		fields := d.Fields
		for _, l := range d.Lists {
			fields = append(fields, l.Fields...)
		}
		for _, f := range fields {
			if f.Type == briefing.EnumField {
				group[f.Group] = f
			}
		}
	}
	for _, c := range []struct{ group, text, want string }{
		{"agreement_status", "подписан", "signed"},
		{"agreement_status", "Подписана", "signed"},
		{"agreement_status", "signed", "signed"},
		{"agreement_status", "已签署", "signed"},
		{"agreement_status", "готовится к подписанию", "preparing"},
		{"agreement_status", "в силе", "in-force"},
		{"agreement_status", "вступил в силу", "in-force"},
		{"agreement_status", "не подписан", ""},
		{"message", "тезис", "talking-point"},
		{"message", "Q&A", "qa"},
		{"message", "问答", "qa"},
		{"message", "", ""},
		{"message", "роман", ""},
		{"status", "подтверждён", "confirmed"},
		{"status", "отклонена", "rejected"},
	} {
		got, _ := lang.ParseEnum(c.group, group[c.group].Options, c.text)
		if got != c.want {
			t.Errorf("%s, %q: %q, want %q", c.group, c.text, got, c.want)
		}
	}
	// No text means two options of a group, and each name means its own.
	for name, f := range group {
		for _, o := range f.Options {
			for _, l := range briefing.Langs() {
				if text := lang.Enum(l, name, o); text != "" {
					if got, _ := lang.ParseEnum(name, f.Options, text); got != o {
						t.Errorf("%s: %q is %q, want %q", name, text, got, o)
					}
				}
			}
		}
	}
}
