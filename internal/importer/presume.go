package importer

import (
	"context"
	"errors"

	"briefing/internal/importer/decode"
	"briefing/internal/importer/delimited"
)

// A large text that begins as sound UTF-8 is read as that without going through
// all of it first for its encoding. Of every row the bytes are looked at, or it
// is made of words of rows that were and of plain digits; so a byte that is no
// UTF-8 makes a fault, and then what was presumed is looked into.

// errPresumed tells that the file has to be read without presuming.
var errPresumed = errors.New("the encoding was presumed")

// presumed reports whether the encoding of any part was.
func (j *job) presumed() bool {
	for _, p := range j.plans {
		if p.part.presumed {
			return true
		}
	}
	return j.in.Presume && j.in.Size > decode.Presumed && len(j.plans) == 0
}

// runPresuming is run for a text of figures whose encoding is presumed.
func (j *job) runPresuming(ctx context.Context) (*Result, error) {
	if len(j.plans) != 1 || len(j.plans[0].needs) > 0 || j.plans[0].profile.Record != "" || j.known() {
		return nil, errPresumed
	}
	if _, text := j.plans[0].table.(delimited.Table); !text {
		return nil, errPresumed
	}
	res, err := j.run(ctx)
	if err == nil && !j.faults || ctx.Err() != nil {
		return res, err
	}
	g, unfit := j.o.recogniser()
	if unfit != nil {
		return nil, unfit
	}
	if e, unread := decode.Detect(cancellable(ctx, j.in), g.words); unread != nil || e != j.plans[0].part.encoding {
		return nil, errPresumed
	}
	return res, err
}
