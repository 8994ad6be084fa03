package briefing

// The records below belong to the work at the project and are never printed:
// a state with a name, text that waits to be understood, and files kept beside
// the records.

// Version is a state of the project that was given a name, or that went out as
// an issue.
type Version struct {
	ID     ID
	Name   string
	Kind   string // VersionNamed or VersionIssue
	At     Stamp
	By     string
	Action int    // the last action of the journal that it has
	Files  string // names of the outputs of an issue, a line each
}

// Kinds of version.
const (
	VersionNamed = "named"
	VersionIssue = "issue"
)

// VersionKinds lists the kinds of version.
func VersionKinds() []string { return []string{VersionNamed, VersionIssue} }

// Typed is what somebody typed into a field that could not be read as its
// value. The field keeps its old value; the words wait here to be mended.
type Typed struct {
	ID     ID
	Kind   string // of the record
	Record ID     // "" while the record is not there yet
	Field  string // key of the field, «claims.value» in the leading row of a list
	Words  string
}

// Attachment is a file that is kept in the project: a scan, a photograph, a
// document that a source is. Its bytes lie under its hash.
type Attachment struct {
	ID     ID
	Title  Text
	File   string // name it came with
	Media  string // MIME type
	Size   int    // bytes
	Hash   string // SHA-256, hex
	Kind   string // of the record it belongs to
	Record ID
	At     Stamp
	By     string
	Note   Text
}

// Ref points at the record.
func (r *Version) Ref() Ref { return Ref{KindVersion, r.ID} }

// SetID names the record.
func (r *Version) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Typed) Ref() Ref { return Ref{KindTyped, r.ID} }

// SetID names the record.
func (r *Typed) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Attachment) Ref() Ref { return Ref{KindAttachment, r.ID} }

// SetID names the record.
func (r *Attachment) SetID(id ID) { r.ID = id }

// Owner is the record that the attachment belongs to.
func (r *Attachment) Owner() Ref { return Ref{Kind(r.Kind), r.Record} }

func describeVersion() Description {
	return Description{
		Kind: KindVersion,
		Desk: true,
		New:  func() Record { return &Version{} },
		Fields: all(
			line("name", OnlyCompiler, func(r *Version) *string { return &r.Name }, required, exact),
			enum("kind", "version", VersionKinds(), OnlyCompiler, func(r *Version) *string { return &r.Kind }),
			typed("at", StampField, OnlyCompiler, func(r *Version) *Stamp { return &r.At }),
			line("by", OnlyCompiler, func(r *Version) *string { return &r.By }, exact),
			whole("action", OnlyCompiler, func(r *Version) *int { return &r.Action }),
			line("files", OnlyCompiler, func(r *Version) *string { return &r.Files }, exact),
		),
		Caption: func(r Record, _ Lang) string { return r.(*Version).Name },
	}
}

func describeTyped() Description {
	return Description{
		Kind: KindTyped,
		Desk: true,
		New:  func() Record { return &Typed{} },
		Fields: all(
			line("kind", OnlyCompiler, func(r *Typed) *string { return &r.Kind }, exact),
			line("record", OnlyCompiler, func(r *Typed) *ID { return &r.Record }, exact),
			line("field", OnlyCompiler, func(r *Typed) *string { return &r.Field }, exact),
			line("words", OnlyCompiler, func(r *Typed) *string { return &r.Words }, exact),
		),
		Caption: func(r Record, _ Lang) string { return r.(*Typed).Words },
	}
}

func describeAttachment() Description {
	return Description{
		Kind: KindAttachment,
		Desk: true,
		New:  func() Record { return &Attachment{} },
		Fields: all(
			text("title", LineField, OnlyCompiler, func(r *Attachment) *Text { return &r.Title }),
			line("file", OnlyCompiler, func(r *Attachment) *string { return &r.File }, required, exact),
			line("media", OnlyCompiler, func(r *Attachment) *string { return &r.Media }, exact),
			whole("size", OnlyCompiler, func(r *Attachment) *int { return &r.Size }),
			line("hash", OnlyCompiler, func(r *Attachment) *string { return &r.Hash }, exact),
			line("kind", OnlyCompiler, func(r *Attachment) *string { return &r.Kind }, exact),
			line("record", OnlyCompiler, func(r *Attachment) *ID { return &r.Record }, exact),
			typed("at", StampField, OnlyCompiler, func(r *Attachment) *Stamp { return &r.At }),
			line("by", OnlyCompiler, func(r *Attachment) *string { return &r.By }, exact),
			prose("note", OnlyCompiler, func(r *Attachment) *Text { return &r.Note }),
		),
		Caption: func(r Record, l Lang) string {
			a := r.(*Attachment)
			if s := a.Title.Any(l); s != "" {
				return s
			}
			return a.File
		},
	}
}
