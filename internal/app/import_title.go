package app

import (
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

// sourceOf is the source record of an imported file; when it was published is
// for the compiler to say. It is called after its data, since readers outside
// are told of it and not of files of the house: the name of the file stands in
// its note, which is the compiler's.
// Of a file of nobody known it can't be said that it was published, unless it says
// that its figures are those of customs or statistics: it is a return. What somebody
// computed from those was published by nobody either.
// What all its tables are called, if anything, is its title in the language that is
// written in. likeLast tells that it says of itself what that of the last such file does.
func (p *Project) sourceOf(imp briefing.Import, figures *figure.Set, res *importer.Result) (src *briefing.Source, likeLast bool) {
	src = &briefing.Source{
		ID: p.World.NewID(briefing.KindSource), Kind: "return",
		Publisher: publisher(imp.Profile), Retrieved: imp.Moment, RetrievedBy: p.World.User,
	}
	known, says, table := src.Publisher != (briefing.Text{}), saidAround(res), res.Title(figures)
	if !known {
		src.Publisher = p.publisherSaid(says)
	}
	body := slices.ContainsFunc(briefing.Langs(), func(l briefing.Lang) bool { return importer.BodyOfStatistics(src.Publisher.In(l)) })
	if known || (body || slices.ContainsFunc(says, importer.OfStatistics)) && !slices.ContainsFunc(says, importer.OwnComputation) {
		src.Kind = "statistics"
	}
	sides := sidesOf(figures, known)
	for _, l := range briefing.Langs() {
		if *src.Title.At(l) = sides.title(l); !known && table != "" && l == writtenIn(table) {
			*src.Title.At(l) = table
		}
		*src.Note.At(l) = lang.T(l, "app.source.file", imp.File)
	}
	return src, !known && p.likeLast(src, imp)
}

// sides are whose trade rows are, where they are of one.
type sides struct {
	span              briefing.Period
	flow              figure.Flow // "" of several, so of the rest
	reporter, partner string
	region, province  string
	several           bool // reporters or regions of one: nobody's name says whose they are
}

// manyRows are so many that their sides are not looked for row by row.
const manyRows = 200_000

// sidesOf looks through the rows. Those of a known body are all of one shape, and
// its name says what they are.
func sidesOf(figures *figure.Set, known bool) sides {
	s := sides{span: figures.Range()}
	if known || figures.Len() == 0 || figures.Len() > manyRows {
		s.several = true
		return s
	}
	first := true
	for _, o := range figures.All() {
		if first {
			s.flow, s.reporter, s.region, s.partner, s.province, first = o.Flow, o.Reporter, o.Region, o.Partner, o.Province, false
			continue
		}
		if o.Flow != s.flow {
			s.flow = ""
		}
		if o.Partner != s.partner || o.Province != s.province {
			s.partner, s.province = "", ""
		}
		s.several = s.several || o.Reporter != s.reporter || o.Region != s.region
	}
	return s
}

// title is what the rows are, in a language: «Экспорт Ростовской области в Турцию,
// 2024 год». Where a name can't be set in its case, their kind and period do.
func (s sides) title(l briefing.Lang) string {
	period := ""
	if s.span.Kind != briefing.NoPeriod {
		period = lang.Period(l, s.span)
	}
	key, whose, with := "trade", "", ""
	named := !s.several && s.reporter != ""
	if named && s.region != "" {
		whose, named = lang.OfRegion(l, lang.Region(l, s.reporter, s.region))
	} else if named {
		whose, named = lang.OfCountry(l, s.reporter)
	}
	if named {
		key = "of"
		if s.flow == figure.Export || s.flow == figure.Import {
			key = "of_" + string(s.flow)
		}
		if to, ok := s.with(l); ok && key != "of" {
			key, with = string(s.flow), to
		}
	}
	if period == "" {
		return lang.T(l, "app.source."+key, whose, with)
	}
	return lang.T(l, "app.source.dated", lang.T(l, "app.source."+key, whose, with), period)
}

// with is the other side of a flow, as its title has it.
func (s sides) with(l briefing.Lang) (string, bool) {
	switch {
	case s.partner == "" || s.province != "": // a province of it is not the country
		return "", false
	case s.flow == figure.Import:
		return lang.FromCountry(l, s.partner)
	}
	return lang.ToCountry(l, s.partner)
}

// writtenIn is the language of a text by its letters.
func writtenIn(s string) briefing.Lang {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			return briefing.RU
		case unicode.Is(unicode.Han, r):
			return briefing.ZH
		}
	}
	return briefing.EN
}

// publisher is the body behind a profile, where the profile tells it: its name
// begins with that of the body.
func publisher(profile string) briefing.Text {
	var t briefing.Text
	profile, _, _ = strings.Cut(profile, "-")
	for _, l := range briefing.Langs() {
		if s, ok := lang.Has(l, "app.publisher."+profile); ok {
			*t.At(l) = s
		}
	}
	return t
}

// unfiled takes the names of files from the titles of sources that others than the
// compiler get: earlier editions called sources so in the languages that their
// table has no title in. What is left untitled then is a translation that is
// missing, and told as one; a source without any title is called after its rows.
func unfiled(sources []*briefing.Source, imports []*briefing.Import) {
	files := map[briefing.ID][]string{}
	for _, i := range imports {
		if i.Source != "" {
			files[i.Source] = append(files[i.Source], i.File)
		}
	}
	for _, s := range sources {
		filed := false
		for _, file := range files[s.ID] {
			for _, l := range briefing.Langs() {
				if t := s.Title.At(l); *t == lang.T(l, "app.source.file", file) || *t == file {
					*t, filed = "", true
				}
			}
		}
		if filed && s.Title.Empty() {
			for _, l := range briefing.Langs() {
				*s.Title.At(l) = lang.T(l, "app.source.trade")
			}
		}
	}
}
