package recordform

import "briefing/internal/lang"

// What was typed and can't be read as a value waits in its field, in the project
// too, until it is mended.

// wait keeps words that can't be read with the next put; "" takes away those
// that were kept.
func (f *Form) wait(key, words string) {
	if _, waits := f.words[key]; words == "" && !waits && f.unread[key] == "" {
		return
	}
	f.words[key] = words
	f.later.Touch()
}

// showUnread shows the words that are kept of this record, and the value of a
// field whose words are not kept any more.
func (f *Form) showUnread() {
	before := f.unread
	f.unread = nil
	if f.draft.Ref().ID != "" {
		f.unread = f.desk.Project().Unread(f.draft.Ref())
	}
	f.filled = true
	defer func() { f.filled = false }()
	for _, x := range f.inputs {
		words, waits := f.unread[x.key()]
		switch _, waited := before[x.key()]; {
		case waits && (!x.wrong || before[x.key()] != words):
			x.showUnread(words)
		case waited && !waits && x.wrong:
			x.setError("")
			x.fill()
		}
	}
}

// putWords keeps what could not be read.
func (f *Form) putWords() {
	for key, words := range f.words {
		if err := f.desk.Project().KeepTyped(f.draft.Ref(), key, words); err != nil {
			f.desk.Fail(err)
			return
		}
		delete(f.words, key)
	}
	f.unread = f.desk.Project().Unread(f.draft.Ref())
}

// key names the field among all of the form.
func (x *input) key() string { return x.path + x.at + x.parts[0].Key }

// refuse says under the field why what stands in it is no value.
func (x *input) refuse(err error) {
	sentence, hint := lang.Error(x.form.desk.Lang(), err)
	if hint != "" {
		sentence += " " + hint
	}
	x.setError(sentence)
}

// understood takes away what was said, and the words that waited.
func (x *input) understood() {
	x.setError("")
	x.form.wait(x.key(), "")
}

// showUnread puts words back that could not be read.
func (x *input) showUnread(words string) {
	if _, err := x.parse(x.parts[0], words); err != nil {
		x.show([]string{words})
		x.refuse(err)
	}
}
