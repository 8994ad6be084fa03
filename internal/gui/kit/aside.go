package kit

// What stands in the label's line of a field can be pressed, but Tab passes it by:
// a form is filled in from field to field, and each field would be three stops.
// The keys reach the same from the field itself: Ctrl+L turns the language, a
// stroke or Ctrl+J inserts. The toolkit has no other way to leave out what can take
// the focus than that it says it is disabled; it is drawn and pressed as it is.

// Disabled is what the toolkit asks before it gives the focus.
func (s *Segmented) Disabled() bool { return s.aside || s.DisableableWidget.Disabled() }

// Disabled is what the toolkit asks before it gives the focus.
func (b *Button) Disabled() bool { return b.aside || b.control.Disabled() }
