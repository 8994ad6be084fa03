package importer

import (
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

type swift struct{}

func newSwift(*mapper) *swift { return nil }

func (s *swift) row(h *hand, l *lot, r *cells.Row) bool { return false }

func (s *swift) learn(r *cells.Row, c *figure.Coded, b *figure.Codebook) {}
