package briefing

// Group is a product group: a rule over commodity codes with a name. The
// groups of one set make a dimension of figures; a code belongs to the first
// group of the set that has it.
type Group struct {
	ID             ID
	Set            Text   // «Экспорт продукции АПК»; groups of one set share it
	Key            string // short, Latin: "grain"; it stands in outputs for programs
	Name           Text
	Rule           string // "0201-0208, 1601, !0208 90"
	Classification string // that parts of more than six digits mean; empty: TNVED
	Order          int
	Note           Text // where the rule comes from and how sure it is
}

// Nomenclature is a list of names of commodity codes that was taken in: one
// edition of one classification in one language. The names themselves are
// bytes of the project under Data, since there are thousands of them.
type Nomenclature struct {
	ID             ID
	Classification string // "TNVED", "CN-HS", "HS"
	Edition        int    // of the Harmonised System: 2022; 0 is not stated
	Lang           string
	Names          int // how many
	File           string
	Hash           string // of the file, SHA-256, hex
	Data           string // hash of the names as they are stored
	Moment         Stamp
	By             string
	Read           int
	SetAside       int
	Rejected       int
}

// Ref points at the record.
func (r *Group) Ref() Ref { return Ref{KindGroup, r.ID} }

// SetID names the record.
func (r *Group) SetID(id ID) { r.ID = id }

// Ref points at the record.
func (r *Nomenclature) Ref() Ref { return Ref{KindNomenclature, r.ID} }

// SetID names the record.
func (r *Nomenclature) SetID(id ID) { r.ID = id }

// GroupKey is the key of the group in outputs for programs: its own or, failing
// that, its name.
func (r *Group) GroupKey() string {
	if r.Key != "" {
		return r.Key
	}
	return r.Name.Any(RU)
}

func describeGroup() Description {
	return Description{
		Kind: KindGroup,
		New:  func() Record { return &Group{} },
		Fields: all(
			text("name", LineField, Everyone, func(r *Group) *Text { return &r.Name }, required),
			typed("rule", ProseField, Everyone, func(r *Group) *string { return &r.Rule }, required, exact),
			text("set", LineField, Everyone, func(r *Group) *Text { return &r.Set }),
			line("key", Everyone, func(r *Group) *string { return &r.Key }, exact),
			line("classification", Everyone, func(r *Group) *string { return &r.Classification }, exact),
			whole("order", Everyone, func(r *Group) *int { return &r.Order }),
			prose("note", Inside, func(r *Group) *Text { return &r.Note }),
		),
		Caption: func(r Record, l Lang) string { return r.(*Group).Name.Any(l) },
	}
}

func describeNomenclature() Description {
	return Description{
		Kind: KindNomenclature,
		Desk: true,
		New:  func() Record { return &Nomenclature{} },
		Fields: all(
			line("classification", OnlyCompiler, func(r *Nomenclature) *string { return &r.Classification }, required, exact),
			whole("edition", OnlyCompiler, func(r *Nomenclature) *int { return &r.Edition }),
			typed("lang", LanguageField, OnlyCompiler, func(r *Nomenclature) *string { return &r.Lang }, required),
			whole("names", OnlyCompiler, func(r *Nomenclature) *int { return &r.Names }),
			line("file", OnlyCompiler, func(r *Nomenclature) *string { return &r.File }, exact),
			line("hash", OnlyCompiler, func(r *Nomenclature) *string { return &r.Hash }, exact),
			line("data", OnlyCompiler, func(r *Nomenclature) *string { return &r.Data }, exact),
			typed("moment", StampField, OnlyCompiler, func(r *Nomenclature) *Stamp { return &r.Moment }),
			line("by", OnlyCompiler, func(r *Nomenclature) *string { return &r.By }, exact),
			whole("read", OnlyCompiler, func(r *Nomenclature) *int { return &r.Read }),
			whole("set_aside", OnlyCompiler, func(r *Nomenclature) *int { return &r.SetAside }),
			whole("rejected", OnlyCompiler, func(r *Nomenclature) *int { return &r.Rejected }),
		),
		Caption: func(r Record, _ Lang) string { return r.(*Nomenclature).File },
	}
}
