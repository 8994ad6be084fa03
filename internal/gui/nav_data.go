package gui

import (
	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/board"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/pasting"
	"briefing/internal/gui/programme"
	"briefing/internal/gui/records"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/trade"
	"briefing/internal/lang"
)

// dataEntries lists the screens of records and figures.
func dataEntries() []entry {
	return []entry{
		{key: screen.Figures, icon: "figures", group: 1, kinds: figureKinds(), make: func(d desk.Desk) screen.Screen { return newFigures(d) }},
		eventEntry(),
		recordEntry(screen.People, "people", briefing.KindPerson, briefing.KindOrganisation),
		agreementEntry(),
		recordEntry(screen.Messages, "messages", briefing.KindMessage),
		recordEntry(screen.Sources, "sources", briefing.KindSource),
	}
}

func figureKinds() []briefing.Kind {
	return []briefing.Kind{briefing.KindFact, briefing.KindSeries, briefing.KindCommodity, briefing.KindGroup, briefing.KindImport, briefing.KindNomenclature}
}

// newFigures is the screen of figures: facts, imported rows of trade, series
// and names of commodities.
func newFigures(d desk.Desk) screen.Screen {
	take := func() {
		if s, ok := d.(interface{ TakeIn() }); ok {
			s.TakeIn()
		}
	}
	pasted := func() {
		if s, ok := d.(interface{ TakePasted() }); ok {
			s.TakePasted()
		}
	}
	rows := records.Tab{
		Key: "trade", Text: desk.T(d, "figures.trade"), Kinds: []briefing.Kind{briefing.KindImport, briefing.KindNomenclature},
		Make: func(d desk.Desk) screen.Screen {
			t := trade.New(d)
			t.OnImport, t.OnPaste = take, pasted
			t.Refresh()
			return t
		},
	}
	load := kit.NewButton(kit.Secondary, "import", desk.T(d, "figures.import"), take)
	paste := kit.NewButton(kit.Link, "paste", desk.T(d, "figures.paste"), pasted)
	return records.NewTabs(d, desk.T(d, "nav.figures"), []*kit.Button{load, paste},
		recordTab(d, briefing.KindFact), rows, recordTab(d, briefing.KindSeries), recordTab(d, briefing.KindCommodity), recordTab(d, briefing.KindGroup))
}

func recordEntry(key screen.Key, icon string, kinds ...briefing.Kind) entry {
	return entry{key: key, icon: icon, group: 1, kinds: kinds, make: func(d desk.Desk) screen.Screen {
		var tabs []records.Tab
		for _, k := range kinds {
			tabs = append(tabs, recordTab(d, k))
		}
		return records.NewTabs(d, desk.T(d, "nav."+string(key)), nil, tabs...)
	}}
}

// eventEntry is the screen of events: their list, and their line of time with
// the programme of the visit.
func eventEntry() entry {
	return entry{key: screen.Events, icon: "events", group: 1, kinds: []briefing.Kind{briefing.KindEvent}, make: func(d desk.Desk) screen.Screen {
		byTime := records.Tab{
			Key: "programme", Text: desk.T(d, "programme.tab"),
			Make: func(d desk.Desk) screen.Screen { return programme.New(d) },
		}
		list := recordTab(d, briefing.KindEvent)
		list.Text = desk.T(d, "programme.list")
		return records.NewTabs(d, desk.T(d, "nav.events"), nil, list, byTime)
	}}
}

// agreementEntry is the screen of agreements: their list, the same by status,
// and the facilities.
func agreementEntry() entry {
	kinds := []briefing.Kind{briefing.KindAgreement, briefing.KindFacility}
	return entry{key: screen.Agreements, icon: "agreements", group: 1, kinds: kinds, make: func(d desk.Desk) screen.Screen {
		byStatus := records.Tab{Key: "board", Text: desk.T(d, "board.tab"), Make: func(d desk.Desk) screen.Screen { return board.New(d) }}
		return records.NewTabs(d, desk.T(d, "nav.agreements"), nil, recordTab(d, briefing.KindAgreement), byStatus, recordTab(d, briefing.KindFacility))
	}}
}

// recordTab is the list and form of one kind; rows can be pasted into it.
func recordTab(d desk.Desk, k briefing.Kind) records.Tab {
	return records.Tab{
		Key: string(k), Text: lang.KindName(d.Lang(), k, true), Kinds: []briefing.Kind{k},
		Make: func(d desk.Desk) screen.Screen {
			p := records.NewPane(d, k)
			if app.CanPaste(k) {
				p.OnPaste = func() { paste(d, k, p) }
				p.Refresh()
			}
			if k == briefing.KindGroup {
				p.Ready = kit.NewButton(kit.Link, "pivot", desk.T(d, "figures.agro"), func() { takeAgro(d, p) })
				p.Refresh()
			}
			return p
		},
	}
}

// takeAgro puts the groups of agricultural exports into the project, to be
// changed as its own.
func takeAgro(d desk.Desk, p *records.Pane) {
	n, err := d.Project().AddAgroExport()
	if err != nil {
		d.Fail(err)
		return
	}
	p.Refresh()
	if n == 0 {
		d.Say(desk.T(d, "figures.agro_there"))
		return
	}
	d.Say(desk.T(d, "figures.agro_added", lang.KindCount(d.Lang(), briefing.KindGroup, n)))
}

// paste takes the rows that lie on the clipboard into a list.
func paste(d desk.Desk, k briefing.Kind, p *records.Pane) {
	pasting.Show(d, k, fyne.CurrentApp().Clipboard().Content(), func(refs []briefing.Ref) {
		if len(refs) > 0 {
			p.Refresh()
			p.Show(refs[0], "")
		}
	})
}
