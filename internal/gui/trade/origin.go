package trade

import (
	"context"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// manyOfGroup is how many rows of a group are gone through at once when it is
// pointed at; beyond that it is done beside the window.
const manyOfGroup = 100_000

// mostOrigins is how many files of a group are told.
const mostOrigins = 5

// fromGroup says whence the rows of a group are: the files with their lines, the
// sources. Of a large group it comes later.
func (s *Screen) fromGroup(g *app.TradeGroup) fyne.CanvasObject {
	s.originTurn++
	if g.Size() <= manyOfGroup {
		found, err := s.view.Origins(context.Background(), *g)
		if err != nil {
			return kit.Column(0)
		}
		return s.origins(found)
	}
	box := kit.Column(0, kit.NewWrapped(s.t("from.later"), kit.Small, theme.Second))
	turn, work, group := s.originTurn, s.view.Frozen(), *g
	var found []app.TradeOrigin
	s.desk.Run(s.t("from.looking"), func(ctx context.Context, _ func(int, int, string)) (err error) {
		found, err = work.Origins(ctx, group)
		return err
	}, func(err error) {
		if err == nil && turn == s.originTurn {
			box.Objects = []fyne.CanvasObject{s.origins(found)}
			box.Refresh()
			s.inspector.Refresh()
		}
	})
	return box
}

func (s *Screen) origins(found []app.TradeOrigin) fyne.CanvasObject {
	l := s.desk.Lang()
	out := kit.Column(8)
	for i, f := range found {
		if i == mostOrigins {
			out.Add(kit.NewWrapped(s.t("from.more", len(found)-i), kit.Small, theme.Second))
			break
		}
		imp := f.Import
		lines := []kit.KeyValue{{Key: s.t("from.file"), Value: imp.File, OnPress: func() { s.Show(imp.Ref(), "") }}}
		if f.First == f.Last {
			lines = append(lines, kit.KeyValue{Key: s.t("from.line"), Value: s.count(f.First)})
		} else {
			lines = append(lines, kit.KeyValue{Key: s.t("from.lines"), Value: s.t("from.lines.of", s.count(f.First), s.count(f.Last), s.count(f.Rows))})
		}
		if name := s.desk.Project().SourceCaption(imp.Source, l); name != "" {
			source := briefing.Ref{Kind: briefing.KindSource, ID: imp.Source}
			lines = append(lines, kit.KeyValue{Key: s.t("from.source"), Value: name, OnPress: func() { s.desk.Go(screen.Sources, source, "") }})
		}
		out.Add(kit.NewKeyValues(keyWide, lines...))
	}
	return out
}
