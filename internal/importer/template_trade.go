package importer

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// tradeRoles are the columns of the sheet of trade observations, in order.
func tradeRoles() []Role {
	return []Role{
		RolePeriod, RoleFlow, RoleReporter, RoleRegion, RolePartner, RoleProvince, RoleClassification, RoleCode, RoleProduct,
		RoleValue, RoleValueUnit, RoleBasis, RoleWeight, RoleWeightUnit, RoleQuantity, RoleQuantityUnit, RoleStatus, RoleSample,
	}
}

func tradeRequired() []Role {
	return []Role{RolePeriod, RoleFlow, RoleReporter, RolePartner, RoleCode, RoleValue}
}

// tradeProfile reads the sheet. Its units stand in columns of their own; a
// choice of units holds for rows that leave them empty.
func tradeProfile() Profile {
	p := Profile{Key: ProfileTemplate, Countries: CodesISO, Sheet: "trade", Classifications: comtradeClassifications()}
	for _, r := range tradeRoles() {
		c := Column{Role: r, Required: slices.Contains(tradeRequired(), r), Names: []string{r.String()}}
		for _, l := range briefing.Langs() {
			c.Names = append(c.Names, lang.T(l, "importer.trade."+r.String()))
		}
		p.Columns = append(p.Columns, c)
	}
	return p
}

// tradeSheet describes the sheet.
func tradeSheet(l briefing.Lang) TemplateSheet {
	s := TemplateSheet{Key: "trade", Name: lang.T(l, "importer.sheet.trade"), About: lang.T(l, "importer.about.trade")}
	for _, r := range tradeRoles() {
		c := TemplateColumn{
			Key: r.String(), Header: lang.T(l, "importer.trade."+r.String()),
			Required: slices.Contains(tradeRequired(), r), Example: tradeExample(l)[r],
		}
		switch r {
		case RoleValue, RoleWeight, RoleQuantity:
			c.Kind = TemplateNumber
		case RolePeriod:
			c.Kind, c.Hint = TemplateDate, lang.T(l, "importer.hint.period")
		case RoleFlow:
			c.Kind, c.Options = TemplateList, []string{lang.Enum(l, "flow", "export"), lang.Enum(l, "flow", "import")}
		case RoleBasis:
			c.Kind, c.Options = TemplateList, []string{"FOB", "CIF"}
		case RoleSample:
			c.Kind, c.Options = TemplateList, []string{lang.T(l, "importer.yes"), lang.T(l, "importer.no")}
		case RoleStatus:
			c.Kind = TemplateList
			for _, st := range briefing.ObsStatuses() {
				if st != "" {
					c.Options = append(c.Options, string(st))
				}
			}
		case RoleValueUnit, RoleWeightUnit:
			c.Kind, c.Options = TemplateList, unitOptions(l, r == RoleWeightUnit)
		case RoleReporter, RolePartner:
			c.Hint = lang.T(l, "importer.hint.country")
		case RoleCode:
			c.Hint = lang.T(l, "importer.hint.code")
		case RoleRegion:
			c.Hint = lang.T(l, "importer.hint.region")
		case RoleClassification:
			c.Kind, c.Options = TemplateList, []string{"TNVED", "HS", "HS2017", "HS2022", "CN-HS", "SITC4"}
		}
		s.Columns = append(s.Columns, c)
	}
	return s
}

func unitOptions(l briefing.Lang, mass bool) []string {
	var out []string
	for _, u := range briefing.Units() {
		if _, money := u.Currency(); mass && u.Mass() || !mass && money && u.Power() <= 6 {
			out = append(out, lang.Unit(l, u))
		}
	}
	return out
}

// tradeExample is the example row; it is made up and an import sets it aside.
func tradeExample(l briefing.Lang) map[Role]string {
	return map[Role]string{
		RolePeriod: "2022-06", RoleFlow: lang.Enum(l, "flow", string(figure.Export)), RoleReporter: "RU", RolePartner: "CN",
		RoleClassification: "TNVED", RoleCode: "0207", RoleProduct: lang.T(l, "importer.example.trade"),
		RoleValue: "1250.5", RoleValueUnit: lang.Unit(l, "thousand-usd"), RoleBasis: "FOB",
		RoleWeight: "610", RoleWeightUnit: lang.Unit(l, "t"), RoleSample: lang.T(l, "importer.yes"),
	}
}
