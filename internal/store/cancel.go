package store

import (
	"context"

	"briefing/internal/briefing"
)

// cancellable is transaction that gives up when the context ends before it is
// durable; it has left no trace then, and the error is CodeCancelled.
func (d *db) cancellable(ctx context.Context, f func() error) error {
	if err := ctx.Err(); err != nil {
		return cancelled(d.path, err)
	}
	old := d.conn.SetInterrupt(ctx)
	defer d.conn.SetInterrupt(old)
	err := d.transaction(f)
	if err != nil && ctx.Err() != nil {
		return cancelled(d.path, ctx.Err())
	}
	return err
}

func cancelled(path string, err error) error {
	return &briefing.Error{Code: briefing.CodeCancelled, Op: "commit", Path: path, Err: err}
}
