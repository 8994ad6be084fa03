package briefing

// EventKinds lists the kinds of event.
func EventKinds() []string {
	return []string{"visit", "arrival", "meeting", "talks", "site-visit", "ceremony", "signing", "call", "video-message", "publication", "election", "exhibition", "briefing", "other"}
}

// EventStatuses lists the statuses of an event.
func EventStatuses() []string {
	return []string{"planned", "prepared", "held", "cancelled", "unclear"}
}

func describeEvent() Description {
	return Description{
		Kind: KindEvent,
		New:  func() Record { return &Event{} },
		Fields: all(
			text("title", LineField, Everyone, func(r *Event) *Text { return &r.Title }, required),
			enum("kind", "event", EventKinds(), Everyone, func(r *Event) *string { return &r.Kind }),
			enum("status", "event_status", EventStatuses(), Everyone, func(r *Event) *string { return &r.Status }),
			period("when", Everyone, func(r *Event) *Period { return &r.When }),
			typed("clock", ClockField, Everyone, func(r *Event) *string { return &r.Clock }),
			enum("day_part", "day_part", []string{"morning", "afternoon", "evening"}, Everyone, func(r *Event) *string { return &r.DayPart }),
			text("place", LineField, Everyone, func(r *Event) *Text { return &r.Place }),
			prose("outcome", Everyone, func(r *Event) *Text { return &r.Outcome }),
			text("format", LineField, Everyone, func(r *Event) *Text { return &r.Format }),
			ref("parent", KindEvent, Everyone, func(r *Event) *ID { return &r.Parent }),
			enum("use", "use", uses(), Inside, func(r *Event) *Use { return &r.Use }),
			refs("sources", KindSource, Everyone, func(r *Event) *[]ID { return &r.Sources }),
			refs("facts", KindFact, Inside, func(r *Event) *[]ID { return &r.Facts }),
			prose("note", OnlyCompiler, func(r *Event) *Text { return &r.Note }),
		),
		Lists: []List{list("participants", all(
			ref("person", KindPerson, Everyone, func(r *Participant) *ID { return &r.Person }, required),
			text("role", LineField, Everyone, func(r *Participant) *Text { return &r.Role }),
		), func(r *Event) *[]Participant { return &r.Participants })},
		Caption: func(r Record, l Lang) string { return r.(*Event).Title.Any(l) },
	}
}

func describePerson() Description {
	return Description{
		Kind: KindPerson,
		New:  func() Record { return &Person{} },
		Fields: all(
			text("name", LineField, Everyone, func(r *Person) *Text { return &r.Name }, required),
			text("short_name", LineField, Everyone, func(r *Person) *Text { return &r.ShortName }),
			enum("address", "address", []string{"mr", "ms"}, Everyone, func(r *Person) *string { return &r.Address }),
			line("stress", Inside, func(r *Person) *string { return &r.Stress }),
			whole("rank", Inside, func(r *Person) *int { return &r.Rank }),
			typed("country", CountryField, Everyone, func(r *Person) *string { return &r.Country }),
			prose("biography", Inside, func(r *Person) *Text { return &r.Biography }),
			period("last_met", Inside, func(r *Person) *Period { return &r.LastMet }),
			text("last_met_for", LineField, Inside, func(r *Person) *Text { return &r.LastMetFor }),
			refs("sources", KindSource, Everyone, func(r *Person) *[]ID { return &r.Sources }),
			prose("note", OnlyCompiler, func(r *Person) *Text { return &r.Note }),
		),
		Lists: []List{list("posts", all(
			text("title", LineField, Everyone, func(r *Post) *Text { return &r.Title }, required),
			ref("organisation", KindOrganisation, Everyone, func(r *Post) *ID { return &r.Organisation }),
			typed("from", StampField, Everyone, func(r *Post) *Stamp { return &r.From }),
			typed("to", StampField, Everyone, func(r *Post) *Stamp { return &r.To }),
			ref("successor", KindPerson, Inside, func(r *Post) *ID { return &r.Successor }),
		), func(r *Person) *[]Post { return &r.Posts })},
		Caption: func(r Record, l Lang) string { return r.(*Person).Name.Any(l) },
	}
}

func describeAgreement() Description {
	return Description{
		Kind: KindAgreement,
		New:  func() Record { return &Agreement{} },
		Fields: all(
			text("title", LineField, Everyone, func(r *Agreement) *Text { return &r.Title }, required),
			enum("kind", "agreement", []string{"treaty", "agreement", "memorandum", "twinning", "contract", "protocol", "roadmap", "other"}, Everyone, func(r *Agreement) *string { return &r.Kind }),
			enum("status", "agreement_status", []string{"preparing", "signed", "in-force", "expired", "unclear"}, Everyone, func(r *Agreement) *string { return &r.Status }),
			period("signed", Everyone, func(r *Agreement) *Period { return &r.Signed }),
			refs("parties", KindOrganisation, Everyone, func(r *Agreement) *[]ID { return &r.Parties }),
			refs("signatories", KindPerson, Everyone, func(r *Agreement) *[]ID { return &r.Signatories }),
			prose("subject", Everyone, func(r *Agreement) *Text { return &r.Subject }),
			prose("progress", Inside, func(r *Agreement) *Text { return &r.Progress }),
			enum("use", "use", uses(), Inside, func(r *Agreement) *Use { return &r.Use }),
			refs("sources", KindSource, Everyone, func(r *Agreement) *[]ID { return &r.Sources }),
			refs("facts", KindFact, Inside, func(r *Agreement) *[]ID { return &r.Facts }),
			prose("note", OnlyCompiler, func(r *Agreement) *Text { return &r.Note }),
		),
		Lists: []List{list("milestones", all(
			text("title", LineField, Everyone, func(r *Milestone) *Text { return &r.Title }, required),
			period("due", Everyone, func(r *Milestone) *Period { return &r.Due }),
			period("done", Everyone, func(r *Milestone) *Period { return &r.Done }),
			ref("responsible", KindOrganisation, Everyone, func(r *Milestone) *ID { return &r.Responsible }),
		), func(r *Agreement) *[]Milestone { return &r.Milestones })},
		Caption: func(r Record, l Lang) string { return r.(*Agreement).Title.Any(l) },
	}
}

func describeMessage() Description {
	return Description{
		Kind: KindMessage,
		New:  func() Record { return &Message{} },
		Fields: all(
			enum("kind", "message", MessageKinds(), Everyone, func(r *Message) *string { return &r.Kind }, required),
			text("title", LineField, Everyone, func(r *Message) *Text { return &r.Title }, required),
			prose("body", Everyone, func(r *Message) *Text { return &r.Body }),
			prose("answer", Inside, func(r *Message) *Text { return &r.Answer }),
			ref("speaker", KindPerson, Everyone, func(r *Message) *ID { return &r.Speaker }),
			typed("original", ProseField, Everyone, func(r *Message) *string { return &r.Original }, exact),
			typed("original_lang", LanguageField, Everyone, func(r *Message) *string { return &r.OriginalLang }),
			flag("quoted", Everyone, func(r *Message) *bool { return &r.Quoted }),
			enum("use", "use", uses(), Inside, func(r *Message) *Use { return &r.Use }),
			whole("order", Inside, func(r *Message) *int { return &r.Order }),
			typed("published", StampField, Everyone, func(r *Message) *Stamp { return &r.Published }),
			refs("sources", KindSource, Everyone, func(r *Message) *[]ID { return &r.Sources }),
			refs("facts", KindFact, Inside, func(r *Message) *[]ID { return &r.Facts }),
			prose("note", OnlyCompiler, func(r *Message) *Text { return &r.Note }),
		),
		Caption: func(r Record, l Lang) string { return r.(*Message).Title.Any(l) },
	}
}
