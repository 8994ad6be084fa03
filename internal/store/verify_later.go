package store

import (
	"context"
	"errors"
	"os"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// VerifyBeside is Verify on a connection of its own: whoever works with the
// file meanwhile does not wait. It checks what work goes on with, the working
// copy; of a project that is open for reading, the file. Pages that opening
// does not read, of the history, of attachments and of figures out of use,
// are checked too. The file must not be closed before it has returned; the
// context ends it early (cancelled).
func (f *File) VerifyBeside(ctx context.Context) error {
	f.mu.Lock()
	gone, path, work := f.db == nil, f.path, f.work
	f.mu.Unlock()
	if gone {
		return f.closedError()
	}
	var err error
	if work != nil {
		err = verifyWorking(ctx, work.database())
	} else {
		err = verifyFile(ctx, path)
	}
	if ctx.Err() != nil {
		return &briefing.Error{Code: briefing.CodeCancelled, Op: "verify", Path: path, Err: ctx.Err()}
	}
	if briefing.CodeOf(err) == briefing.CodeNotFound { // the file, with its stick or share: not damage
		return f.name(path, err)
	}
	return f.name(path, damagedUnless(err))
}

func verifyWorking(ctx context.Context, path string) error {
	d, err := connectLooking(path)
	if err != nil {
		return err
	}
	return errors.Join(d.verifyAll(ctx, SchemaVersion), d.close())
}

// verifyFile reads the file through one handle: another one that takes its
// name meanwhile is not met.
func verifyFile(ctx context.Context, path string) error {
	in, err := os.Open(path)
	if err != nil {
		return safefile.Error("verify", path, err)
	}
	defer in.Close() //nolint:errcheck // opened for reading only
	info, err := in.Stat()
	if err != nil {
		return safefile.Error("verify", path, err)
	}
	header := make([]byte, headerSize)
	n, _ := in.ReadAt(header, 0) // what is missing is judged as missing
	if err := inspect(path, header[:n], info.Size()); err != nil {
		return err
	}
	d, err := connectImage(in, info.Size(), path)
	if err != nil {
		return err
	}
	return errors.Join(d.verifyAll(ctx, versionIn(header)), d.close())
}

// verifyAll checks every page, and all figures in use against their checksums,
// in one state of the database.
func (d *db) verifyAll(ctx context.Context, version int64) error {
	want, ok := schemaOf(version)
	if !ok {
		return &briefing.Error{Code: briefing.CodeDamaged, Op: "verify version", Path: d.path}
	}
	return d.between(`BEGIN`, func() error {
		if err := d.verifySchemaOf("main", want); err != nil {
			return err
		}
		if err := d.verify(ctx, true); err != nil {
			return err
		}
		old := d.conn.SetInterrupt(ctx)
		defer d.conn.SetInterrupt(old)
		_, err := d.sumFigures()
		return err
	})
}
