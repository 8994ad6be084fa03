package briefing

// Prints reports whether a text of a record or of one of its rows is printed
// for records of its sort: of messages, only a question has an answer, and it
// has nothing else to say. Other texts that stand there from before are kept,
// but no reader gets them.
func Prints(row any, f Field) bool {
	m, ok := row.(*Message)
	if !ok {
		return true
	}
	switch f.Label {
	case "answer":
		return m.Asks()
	case "body":
		return !m.Asks()
	}
	return true
}

// Titled reports whether the title of the message is printed: others have it for
// lists only, and say their text.
func (r *Message) Titled() bool {
	switch r.Kind {
	case "talking-point", "quotation", "press-line":
		return false
	}
	return true
}

// Unsaid is the label of the text for want of which nothing of the message is
// printed in any language; empty when something is.
func (r *Message) Unsaid() string {
	switch {
	case r.Titled() && r.Title.Empty():
		return "title"
	case r.Asks() && r.Answer.Empty():
		return "answer"
	case (r.Kind == "section" || !r.Titled()) && r.Body.Empty():
		return "body"
	}
	return ""
}

// Asks reports whether the message is a question with its answer.
func (r *Message) Asks() bool { return r.Kind == "qa" }
