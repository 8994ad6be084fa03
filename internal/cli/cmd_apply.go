package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

// applyCmd takes changes from a program: the harnesses of faults drive it. It
// promises: "done N" is printed when the change of line N is on the disk, and
// not before; "failed N CODE" when it was not made.
type applyCmd struct {
	File  string `arg:""`
	Input string `arg:""`
}

func (c *applyCmd) Run(r *run) error {
	if c.Input != "-" {
		return usage(r.Lang, "apply", c.Input, "-")
	}
	p, err := r.open(c.File, true)
	if err != nil {
		return err
	}
	failed, err := r.applyAll(p)
	if err := errors.Join(err, p.Close()); err != nil {
		return err
	}
	if failed {
		return exit(ExitFailed)
	}
	return nil
}

// applyAll makes the changes until the input ends.
func (r *run) applyAll(p *app.Project) (failed bool, err error) {
	in := bufio.NewReader(r.In)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := r.applyLine(p, line); err != nil {
				failed = true
				fmt.Fprintf(r.Out, "failed %d %s\n", n, briefing.CodeOf(err))
				sentence, hint := lang.Error(r.Lang, err)
				fmt.Fprintln(r.Err, strings.TrimSpace(sentence+" "+hint))
			} else {
				fmt.Fprintf(r.Out, "done %d\n", n)
			}
		}
		if errors.Is(err, io.EOF) {
			return failed, nil
		}
		if err != nil {
			return failed, &briefing.Error{Code: briefing.CodeInternal, Op: "read changes", Err: err}
		}
	}
}

// applied is one line; one of its members is set.
type applied struct {
	Put     briefing.Kind                  `json:"put"`
	ID      briefing.ID                    `json:"id"`
	Fields  map[string]string              `json:"fields"` // others stay as they are
	Typing  bool                           `json:"typing"` // a pause of the typing that the last action is of, if it is
	Lists   map[string][]map[string]string `json:"lists"`  // rows put in place of those there are
	Remove  *briefing.Ref                  `json:"remove"`
	Import  string                         `json:"import"`
	Unit    string                         `json:"unit"`
	Profile string                         `json:"profile"`
	Publish bool                           `json:"publish"`
	Undo    bool                           `json:"undo"`
	Redo    bool                           `json:"redo"`
}

func (r *run) applyLine(p *app.Project, line []byte) error {
	var a applied
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		return &briefing.Error{Code: briefing.CodeBadValue, Op: "read change", Path: strings.TrimSpace(string(line)), Err: err}
	}
	switch {
	case a.Put != "":
		return a.put(p)
	case a.Remove != nil:
		return p.Remove(*a.Remove)
	case a.Import != "":
		units, err := importer.ParseUnits(a.Unit)
		if err == nil {
			_, err = p.Import(r.ctx, a.Import, app.ImportOptions{Profile: a.Profile, Units: units})
		}
		return err
	case a.Publish:
		return p.Save()
	case a.Undo:
		return undo(p)
	case a.Redo:
		return redo(p)
	}
	return &briefing.Error{Code: briefing.CodeBadValue, Op: "read change", Path: strings.TrimSpace(string(line))}
}

// put adds a record or changes fields of the one there is.
func (a applied) put(p *app.Project) error {
	d, ok := briefing.Describe(a.Put)
	if !ok {
		return &briefing.Error{Code: briefing.CodeBadValue, Op: "put", Path: string(a.Put)}
	}
	r, err := p.Get(briefing.Ref{Kind: a.Put, ID: a.ID})
	if briefing.CodeOf(err) == briefing.CodeNoRecord {
		r, err = d.New(), nil
		r.SetID(a.ID)
	}
	if err == nil {
		err = setFields(d.Fields, r, a.Fields)
	}
	for key, rows := range a.Lists {
		if err == nil {
			err = setList(d, r, key, rows)
		}
	}
	if err != nil {
		return err
	}
	if a.Typing {
		_, err = p.Type(r, p.LastAction())
		return err
	}
	return p.Put(r)
}

func setFields(fields []briefing.Field, row any, values map[string]string) error {
	left := len(values)
	for _, f := range fields {
		v, ok := values[f.Key]
		if !ok {
			continue
		}
		left--
		if err := f.Set(row, v); err != nil {
			return err
		}
	}
	if left > 0 {
		return &briefing.Error{Code: briefing.CodeBadValue, Op: "put", Path: fmt.Sprint(values)}
	}
	return nil
}

func setList(d briefing.Description, r briefing.Record, key string, rows []map[string]string) error {
	for _, l := range d.Lists {
		if l.Key != key {
			continue
		}
		for l.Len(r) > 0 {
			l.Remove(r, 0)
		}
		for _, values := range rows {
			if err := setFields(l.Fields, l.Add(r), values); err != nil {
				return err
			}
		}
		return nil
	}
	return &briefing.Error{Code: briefing.CodeBadValue, Op: "put", Path: key}
}

// undo takes the last action back.
func undo(p *app.Project) error {
	_, err := p.Undo()
	return err
}

// redo does again what was taken back.
func redo(p *app.Project) error {
	_, err := p.Redo()
	return err
}
