package app

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// soundness is the check of an open project's file, which runs beside the work
// once after opening.
type soundness struct {
	mu     sync.Mutex
	done   chan struct{} // closed when the check has ended; nil before it has begun
	cancel context.CancelFunc
	err    error // of the check, once done
}

// CheckFile begins to check the whole file beside the work, if that was not
// begun before; then is called with the outcome on a goroutine of its own. It
// may be nil. An issue waits for this check, a draft does not.
func (p *Project) CheckFile(then func(error)) {
	s := p.checking()
	if then == nil {
		return
	}
	routine.Go(func() {
		<-s.done
		then(s.err)
	}, nil)
}

// checking begins the check, once.
func (p *Project) checking() *soundness {
	s := &p.sound
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.done != nil {
		return s
	}
	s.done = make(chan struct{})
	var ctx context.Context
	ctx, s.cancel = context.WithCancel(context.Background()) //nolint:gosec // endCheck calls it
	routine.Go(func() {
		defer close(s.done)
		s.err = errors.New("the check did not end") // stays after a panic
		s.err = p.file.VerifyBeside(ctx)
	}, nil)
	return s
}

// endCheck stops the check and waits for its end, as closing must; none begins
// after it.
func (p *Project) endCheck() {
	s := &p.sound
	s.mu.Lock()
	if s.done == nil {
		s.done, s.err = make(chan struct{}), &briefing.Error{Code: briefing.CodeCancelled, Op: "check file"}
		close(s.done)
	}
	s.mu.Unlock()
	if s.cancel != nil {
		s.cancel()
	}
	<-s.done
}

// KnownDamage is what the check has found, nil while it runs and when all is well.
func (p *Project) KnownDamage() error {
	s := &p.sound
	s.mu.Lock()
	done := s.done
	s.mu.Unlock()
	if done == nil {
		return nil
	}
	select {
	case <-done:
		if Broken(s.err) {
			return s.err
		}
	default:
	}
	return nil
}

// mayLeave decides whether outputs may be written: an issue waits for the
// check of the file, a draft is refused only when damage is already known.
func (p *Project) mayLeave(ctx context.Context, issue bool) error {
	if !issue {
		return p.KnownDamage()
	}
	s := p.checking()
	select {
	case <-ctx.Done():
		return cancelled(ctx.Err())
	case <-s.done:
	}
	if Broken(s.err) || briefing.CodeOf(s.err) == briefing.CodeCancelled && s.err != nil {
		return fmt.Errorf("check before an issue: %w", s.err)
	}
	return nil
}
