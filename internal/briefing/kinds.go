package briefing

import (
	"slices"
	"sync"
)

// descriptions are built once: they are asked for with every record, and
// building them takes longer than copying one.
var descriptions = sync.OnceValue(func() []Description {
	ds := []Description{
		describePack(), describeSource(), describeEvent(), describePerson(),
		describeOrganisation(), describeAgreement(), describeFacility(),
		describeFact(), describeSeries(), describeCommodity(), describeGroup(), describeMessage(), describeImport(),
		describeVersion(), describeTyped(), describeAttachment(), describeNomenclature(),
		describeAcceptance(), describeTask(),
	}
	for i := range ds {
		ds[i].Copy = copyBy(ds[i])
	}
	return ds
})

// Descriptions lists every record kind with its fields, in the order of
// registers. Fields and lists are shared and read only.
func Descriptions() []Description { return slices.Clone(descriptions()) }

func all(parts ...[]Field) []Field { return slices.Concat(parts...) }

func uses() []string { return []string{string(Aloud), string(Reference), string(Internal)} }

func strs[S ~string](in []S) []string {
	out := []string{}
	for _, s := range in {
		if s != "" {
			out = append(out, string(s))
		}
	}
	return out
}

// Measures lists what a fact's value can count.
func Measures() []string {
	return []string{"value", "weight", "volume", "count", "capacity", "throughput", "storage", "duration", "share", "unit-value", "other"}
}

// MessageKinds lists the kinds of message.
func MessageKinds() []string {
	return []string{"talking-point", "quotation", "qa", "press-line", "objective", "their-objective", "red-line", "key-message", "open-question", "proposal", "section"}
}

func describePack() Description {
	return Description{
		Kind: KindPack,
		New:  func() Record { return &Pack{} },
		Fields: all(
			text("title", LineField, Everyone, func(r *Pack) *Text { return &r.Title }, required),
			text("subtitle", LineField, Everyone, func(r *Pack) *Text { return &r.Subtitle }),
			text("short_title", LineField, Everyone, func(r *Pack) *Text { return &r.ShortTitle }),
			line("file_name", Everyone, func(r *Pack) *string { return &r.FileName }, exact),
			text("organisation", LineField, Everyone, func(r *Pack) *Text { return &r.Organisation }),
			text("place", LineField, Everyone, func(r *Pack) *Text { return &r.Place }),
			text("city", LineField, Everyone, func(r *Pack) *Text { return &r.City }),
			ref("event", KindEvent, Everyone, func(r *Pack) *ID { return &r.Event }),
			typed("as_of", StampField, Everyone, func(r *Pack) *Stamp { return &r.AsOf }, required),
			typed("addendum_as_of", StampField, Everyone, func(r *Pack) *Stamp { return &r.AddendumAsOf }),
			text("for_whom", LineField, Inside, func(r *Pack) *Text { return &r.ForWhom }),
			text("prepared_by", LineField, Inside, func(r *Pack) *Text { return &r.PreparedBy }),
			text("approved_by", LineField, Inside, func(r *Pack) *Text { return &r.ApprovedBy }),
			text("executor", LineField, Inside, func(r *Pack) *Text { return &r.Executor }),
			typed("reporter", CountryField, Everyone, func(r *Pack) *string { return &r.Reporter }),
			line("region", Everyone, func(r *Pack) *string { return &r.Region }, exact),
			text("region_name", LineField, Everyone, func(r *Pack) *Text { return &r.RegionName }),
			typed("partner", CountryField, Everyone, func(r *Pack) *string { return &r.Partner }),
			text("partner_name", LineField, Everyone, func(r *Pack) *Text { return &r.PartnerName }),
			ref("province", KindOrganisation, Everyone, func(r *Pack) *ID { return &r.Province }),
			whole("copies", Inside, func(r *Pack) *int { return &r.Copies }),
			whole("copy", Inside, func(r *Pack) *int { return &r.Copy }),
			flag("restricted", Inside, func(r *Pack) *bool { return &r.Restricted }),
			whole("version", Everyone, func(r *Pack) *int { return &r.Version }),
			whole("issue", Everyone, func(r *Pack) *int { return &r.Issue }),
			line("template", Everyone, func(r *Pack) *string { return &r.Template }, exact),
			flag("long_kept", Everyone, func(r *Pack) *bool { return &r.LongKept }),
			line("sections", Everyone, func(r *Pack) *string { return &r.Sections }, exact),
			text("summary_deck", LineField, Inside, func(r *Pack) *Text { return &r.SummaryDeck }),
			text("trade_deck", LineField, Inside, func(r *Pack) *Text { return &r.TradeDeck }),
			text("hub_deck", LineField, Inside, func(r *Pack) *Text { return &r.HubDeck }),
		),
		Lists: []List{list("addressees", all(
			text("addressee", LineField, Inside, func(r *Addressee) *Text { return &r.Name }),
			whole("copy", Inside, func(r *Addressee) *int { return &r.Copy }),
		), func(r *Pack) *[]Addressee { return &r.Addressees })},
		Caption: func(r Record, l Lang) string { return r.(*Pack).Title.Any(l) },
	}
}

func describeSource() Description {
	return Description{
		Kind: KindSource,
		New:  func() Record { return &Source{} },
		Fields: all(
			prose("title", Everyone, func(r *Source) *Text { return &r.Title }, required),
			text("publisher", LineField, Everyone, func(r *Source) *Text { return &r.Publisher }),
			enum("kind", "source", []string{"official", "statistics", "media", "note", "return", "document", "oral"}, Inside, func(r *Source) *string { return &r.Kind }),
			line("address", Everyone, func(r *Source) *string { return &r.Address }, exact),
			typed("published", StampField, Everyone, func(r *Source) *Stamp { return &r.Published }),
			typed("retrieved", StampField, Inside, func(r *Source) *Stamp { return &r.Retrieved }),
			line("retrieved_by", OnlyCompiler, func(r *Source) *string { return &r.RetrievedBy }),
			enum("legal", "legal", []string{"foreign-agent", "undesirable"}, Inside, func(r *Source) *string { return &r.Legal }),
			typed("legal_since", StampField, Inside, func(r *Source) *Stamp { return &r.LegalSince }),
			prose("note", OnlyCompiler, func(r *Source) *Text { return &r.Note }),
		),
		Caption: func(r Record, l Lang) string {
			s := r.(*Source)
			if p := s.Publisher.Any(l); p != "" {
				return p + " — " + s.Title.Any(l)
			}
			return s.Title.Any(l)
		},
	}
}

func describeOrganisation() Description {
	return Description{
		Kind: KindOrganisation,
		New:  func() Record { return &Organisation{} },
		Fields: all(
			text("name", LineField, Everyone, func(r *Organisation) *Text { return &r.Name }, required),
			enum("kind", "organisation", []string{"government", "ministry", "embassy", "province", "municipality", "company", "media", "other"}, Everyone, func(r *Organisation) *string { return &r.Kind }),
			typed("country", CountryField, Everyone, func(r *Organisation) *string { return &r.Country }),
			line("address", Everyone, func(r *Organisation) *string { return &r.Address }),
			refs("sources", KindSource, Everyone, func(r *Organisation) *[]ID { return &r.Sources }),
			prose("note", OnlyCompiler, func(r *Organisation) *Text { return &r.Note }),
		),
		Caption: func(r Record, l Lang) string { return r.(*Organisation).Name.Any(l) },
	}
}

func describeFacility() Description {
	return Description{
		Kind: KindFacility,
		New:  func() Record { return &Facility{} },
		Fields: all(
			text("name", LineField, Everyone, func(r *Facility) *Text { return &r.Name }, required),
			enum("kind", "facility", []string{"logistics", "production", "port", "laboratory", "other"}, Everyone, func(r *Facility) *string { return &r.Kind }),
			text("place", LineField, Everyone, func(r *Facility) *Text { return &r.Place }),
			ref("operator", KindOrganisation, Everyone, func(r *Facility) *ID { return &r.Operator }),
			prose("about", Everyone, func(r *Facility) *Text { return &r.About }),
			enum("use", "use", uses(), Inside, func(r *Facility) *Use { return &r.Use }),
			refs("sources", KindSource, Everyone, func(r *Facility) *[]ID { return &r.Sources }),
			prose("note", OnlyCompiler, func(r *Facility) *Text { return &r.Note }),
		),
		Caption: func(r Record, l Lang) string { return r.(*Facility).Name.Any(l) },
	}
}

func describeSeries() Description {
	return Description{
		Kind: KindSeries,
		New:  func() Record { return &Series{} },
		Fields: all(
			text("title", LineField, Everyone, func(r *Series) *Text { return &r.Title }, required),
			text("message", LineField, Everyone, func(r *Series) *Text { return &r.Message }),
			text("caption", LineField, Everyone, func(r *Series) *Text { return &r.Caption }),
			enum("section", "series_section", []string{"trade", "structure", "hub", "plan"}, Everyone, func(r *Series) *string { return &r.Section }),
			enum("form", "series_form", []string{"levels", "waterfall", "ranking", "table"}, Everyone, func(r *Series) *string { return &r.Form }),
			prose("body", Everyone, func(r *Series) *Text { return &r.Body }),
			prose("caveat", Everyone, func(r *Series) *Text { return &r.Caveat }),
			whole("order", Everyone, func(r *Series) *int { return &r.Order }),
		),
		Caption: func(r Record, l Lang) string { return r.(*Series).Title.Any(l) },
	}
}

func describeCommodity() Description {
	return Description{
		Kind: KindCommodity,
		New:  func() Record { return &Commodity{} },
		Fields: all(
			line("code", Everyone, func(r *Commodity) *string { return &r.Code }, required, exact),
			line("classification", Everyone, func(r *Commodity) *string { return &r.Classification }, exact),
			text("name", LineField, Everyone, func(r *Commodity) *Text { return &r.Name }, required),
		),
		Caption: func(r Record, l Lang) string {
			c := r.(*Commodity)
			return c.Code + " " + c.Name.Any(l)
		},
	}
}

func describeImport() Description {
	return Description{
		Kind: KindImport,
		New:  func() Record { return &Import{} },
		Fields: all(
			line("file", Inside, func(r *Import) *string { return &r.File }, required, exact),
			line("hash", OnlyCompiler, func(r *Import) *string { return &r.Hash }, exact),
			whole("size", OnlyCompiler, func(r *Import) *int { return &r.Size }),
			line("profile", OnlyCompiler, func(r *Import) *string { return &r.Profile }, exact),
			line("units", OnlyCompiler, func(r *Import) *string { return &r.Units }, exact),
			typed("moment", StampField, Inside, func(r *Import) *Stamp { return &r.Moment }),
			line("by", OnlyCompiler, func(r *Import) *string { return &r.By }, exact),
			ref("source", KindSource, Inside, func(r *Import) *ID { return &r.Source }),
			whole("read", OnlyCompiler, func(r *Import) *int { return &r.Read }),
			whole("stored", OnlyCompiler, func(r *Import) *int { return &r.Stored }),
			whole("set_aside", OnlyCompiler, func(r *Import) *int { return &r.SetAside }),
			whole("rejected", OnlyCompiler, func(r *Import) *int { return &r.Rejected }),
			flag("sample", Everyone, func(r *Import) *bool { return &r.Sample }),
			prose("note", Inside, func(r *Import) *Text { return &r.Note }),
			line("dimensions", OnlyCompiler, func(r *Import) *string { return &r.Dimensions }, exact),
		),
		Caption: func(r Record, _ Lang) string { return r.(*Import).File },
	}
}
