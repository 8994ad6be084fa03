package briefing

// FactStatuses lists the statuses in their order.
func FactStatuses() []string {
	return []string{Confirmed, Caveat, Conflicting, Unverified, Rejected}
}

// FactNatures lists the natures of a fact.
func FactNatures() []string {
	return []string{NatureFact, NaturePlan, NatureEstimate, NatureStatement, NatureOpinion, NatureConclusion}
}

// FactPlaces lists where a fact may stand.
func FactPlaces() []string {
	return []string{PlacePack, PlaceCompiler, PlaceAddendum, PlaceNone}
}

func describeFact() Description {
	return Description{
		Kind: KindFact,
		New:  func() Record { return &Fact{} },
		Fields: all(
			prose("statement", Everyone, func(r *Fact) *Text { return &r.Statement }, required),
			enum("nature", "nature", FactNatures(), Everyone, func(r *Fact) *string { return &r.Nature }),
			enum("status", "status", FactStatuses(), OnlyCompiler, func(r *Fact) *string { return &r.Status }),
			enum("use", "use", uses(), Inside, func(r *Fact) *Use { return &r.Use }),
			enum("place", "fact_place", FactPlaces(), OnlyCompiler, func(r *Fact) *string { return &r.Place }),
			enum("measure", "measure", Measures(), Everyone, func(r *Fact) *string { return &r.Measure }),
			ref("series", KindSeries, Everyone, func(r *Fact) *ID { return &r.Series }),
			ref("part_of", KindFact, Everyone, func(r *Fact) *ID { return &r.PartOf }),
			flag("of_which", Everyone, func(r *Fact) *bool { return &r.OfWhich }),
			text("product", LineField, Everyone, func(r *Fact) *Text { return &r.Product }),
			line("codes", Everyone, func(r *Fact) *string { return &r.Codes }, exact),
			enum("flow", "flow", []string{"export", "import"}, Everyone, func(r *Fact) *string { return &r.Flow }),
			typed("reporter", CountryField, Everyone, func(r *Fact) *string { return &r.Reporter }),
			line("region", Everyone, func(r *Fact) *string { return &r.Region }, exact),
			typed("partner", CountryField, Everyone, func(r *Fact) *string { return &r.Partner }),
			enum("basis", "basis", []string{"FOB", "CIF"}, Everyone, func(r *Fact) *string { return &r.Basis }),
			ref("facility", KindFacility, Everyone, func(r *Fact) *ID { return &r.Facility }),
			line("chosen", Everyone, func(r *Fact) *ID { return &r.Chosen }, exact),
			prose("reason", OnlyCompiler, func(r *Fact) *Text { return &r.Reason }),
			typed("as_of", StampField, Everyone, func(r *Fact) *Stamp { return &r.AsOf }),
			line("checked_by", OnlyCompiler, func(r *Fact) *string { return &r.CheckedBy }),
			typed("checked_on", StampField, OnlyCompiler, func(r *Fact) *Stamp { return &r.CheckedOn }),
			typed("review_by", StampField, OnlyCompiler, func(r *Fact) *Stamp { return &r.ReviewBy }),
			typed("original", ProseField, Inside, func(r *Fact) *string { return &r.Original }, exact),
			typed("original_lang", LanguageField, Inside, func(r *Fact) *string { return &r.OriginalLang }),
			line("formula", Inside, func(r *Fact) *string { return &r.Formula }, exact),
			refs("parents", KindFact, Inside, func(r *Fact) *[]ID { return &r.Parents }),
			prose("comparator", Everyone, func(r *Fact) *Text { return &r.Comparator }),
			flag("sample", Everyone, func(r *Fact) *bool { return &r.Sample }),
			whole("headline", Inside, func(r *Fact) *int { return &r.Headline }),
			prose("open", Inside, func(r *Fact) *Text { return &r.Open }),
			prose("note", OnlyCompiler, func(r *Fact) *Text { return &r.Note }),
		),
		Lists:   []List{list("claims", claimFields(), func(r *Fact) *[]Claim { return &r.Claims })},
		Caption: func(r Record, l Lang) string { return r.(*Fact).Statement.Any(l) },
	}
}

func claimFields() []Field {
	return all(
		line("claim", Everyone, func(r *Claim) *ID { return &r.ID }, exact),
		ref("source", KindSource, Everyone, func(r *Claim) *ID { return &r.Source }),
		num("value", Everyone, func(r *Claim) *MaybeNumber { return &r.Figure.Value }),
		num("low", Everyone, func(r *Claim) *MaybeNumber { return &r.Figure.Low }),
		num("high", Everyone, func(r *Claim) *MaybeNumber { return &r.Figure.High }),
		typed("unit", UnitField, Everyone, func(r *Claim) *Unit { return &r.Figure.Unit }),
		enum("precision", "precision", strs(Precisions()), Everyone, func(r *Claim) *Precision { return &r.Figure.Precision }),
		text("words", LineField, Everyone, func(r *Claim) *Text { return &r.Figure.Words }),
		enum("obs_status", "obs_status", strs(ObsStatuses()), Everyone, func(r *Claim) *ObsStatus { return &r.Figure.Status }),
		enum("conf_status", "conf_status", []string{"F", "C", "N"}, Everyone, func(r *Claim) *Confidentiality { return &r.Figure.Conf }),
		period("period", Everyone, func(r *Claim) *Period { return &r.Period }),
		typed("wording", ProseField, Inside, func(r *Claim) *string { return &r.Wording }, exact),
		enum("role", "claim_role", []string{RoleVerification}, OnlyCompiler, func(r *Claim) *string { return &r.Role }),
		num("change", Everyone, func(r *Claim) *MaybeNumber { return &r.Change }),
		typed("change_unit", UnitField, Everyone, func(r *Claim) *Unit { return &r.ChangeUnit }),
		period("change_base", Everyone, func(r *Claim) *Period { return &r.ChangeBase }),
		prose("note", OnlyCompiler, func(r *Claim) *Text { return &r.Note }),
	)
}
