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

// Asks reports whether the message is a question with its answer.
func (r *Message) Asks() bool { return r.Kind == "qa" }
