package importer

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// label is what the name of a row tells of its figures: «Экспорт в Китай, тыс.
// долл.», "Imports from China", 出口额（亿美元）.
type label struct {
	flow     figure.Flow
	unit     briefing.Unit // of money; empty where none is told
	partners []string
}

// flowLabel reads a label that names a direction and nothing beside it but with
// whom, in what money, and that all goods are meant. «Экспорт зерна» is of goods
// and none; neither is one in tonnes.
func flowLabel(s string) label {
	const long = 160
	if f := parseFlow(s); f != "" {
		return label{flow: f}
	}
	f := codes.Fold(s)
	if len(s) < 6 || len(s) > long || figure.Flow(flowIn(f)) == "" {
		return label{}
	}
	out := label{flow: flowIn(f), unit: unitIn(s)}
	if _, money := out.unit.Currency(); out.unit != "" && !money {
		return label{}
	}
	out.partners = countriesIn(s)
	if han := strings.TrimSpace(labelWords().Replace(f)); strings.ContainsAny(f, "进出") {
		if i := strings.IndexAny(han, "（(："); i >= 0 {
			han = han[:i]
		}
		for _, c := range []string{"俄罗斯", "中国", "俄", "对", "自", "从"} {
			han = strings.ReplaceAll(han, c, "")
		}
		if strings.TrimSpace(han) == "" {
			return out
		}
		return label{}
	}
	name, _, _ := strings.Cut(f, ",")
	name, _, _ = strings.Cut(name, "(")
	words := strings.Fields(name)
	if len(words) == 0 || !flowNoun(words[0]) && !strings.HasPrefix(words[0], "export") && !strings.HasPrefix(words[0], "import") {
		return label{}
	}
	rest := words[1:]
	for len(rest) > 0 && slices.Contains([]string{"всего", "итого", "товаров", "total", "of", "goods"}, rest[0]) {
		rest = rest[1:]
	}
	switch {
	case len(rest) == 0:
		return out
	case (preposition(rest[0]) || rest[0] == "to" || rest[0] == "from") && len(rest) <= 5 && len(out.partners) > 0:
		return out
	case out.unit != "" && unitIn(strings.Join(rest, " ")) == out.unit && !slices.ContainsFunc(rest, preposition) && len(rest) <= 3:
		return out // «Экспорт млн долл. США»
	}
	return label{}
}

var labelWords = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("出口总额", "", "进口总额", "", "出口总值", "", "进口总值", "", "出口额", "", "进口额", "", "出口", "", "进口", "", "总额", "", "总值", "")
})

// labels takes from the labels of a column of directions what holds for all its
// rows: the money and the other side.
func (g *guesser) labels(s *Shape) {
	at := slices.IndexFunc(s.Columns, func(c ShapeColumn) bool { return c.Role == RoleFlow })
	if at < 0 {
		return
	}
	var units []briefing.Unit
	var partners []string
	for _, r := range g.rows {
		if s.Columns[at].Index > len(r) {
			continue
		}
		l := flowLabel(r[s.Columns[at].Index-1])
		if l.flow == "" {
			continue
		}
		if !slices.Contains(units, l.unit) {
			units = append(units, l.unit)
		}
		for _, p := range l.partners {
			if !slices.Contains(partners, p) {
				partners = append(partners, p)
			}
		}
	}
	if u, several := s.unit(RoleValue); u == "" && !several && len(units) == 1 && units[0] != "" && !s.hasRole(RoleValueUnit) {
		s.Constants.ValueUnit = units[0]
	}
	if len(partners) == 1 && !s.hasRole(RolePartner) && s.Constants.Partner == "" {
		s.Constants.Partner = partners[0]
	}
}

// labelled is the direction that the row's label tells, and its column; empty
// where no column has labels.
func (r *shapedRows) labelled() (figure.Flow, int) {
	at := slices.IndexFunc(r.keys, func(c ShapeColumn) bool { return c.Role == RoleFlow })
	if at < 0 {
		return "", 0
	}
	c, index := r.sourceCell(r.keys[at])
	return memo(r.flows, cells.Trim(c.Text), func(s string) figure.Flow { return flowLabel(s).flow }), index
}
