package app

import (
	"context"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
)

// Review is what the checks say of outputs before they are made, in their own
// languages and for their readers: findings as they are shown in l, the
// heaviest first. Nothing is written.
func (p *Project) Review(ctx context.Context, list []ExportOptions, l briefing.Lang) ([]FindingView, error) {
	var found []check.Finding
	for _, o := range list {
		o = p.settled(o)
		if err := ctx.Err(); err != nil {
			return nil, cancelled(err)
		}
		findings := p.Check(o.AsOf)
		made, err := p.make(o, findings)
		if err != nil {
			return nil, err
		}
		found = union(found, findings)
		found = union(found, p.verdict(made, o))
	}
	v := &viewing{l: l, all: p.Snapshot(time.Time{}, briefing.Compiler), where: map[briefing.Ref]string{}}
	views, _ := v.findings(found)
	return views, nil
}
