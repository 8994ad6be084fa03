package cli

import (
	"reflect"

	"github.com/alecthomas/kong"
)

// wordList is the type of flags with a list: what can be given in one flag
// with commas can be given in several flags as well, and adds up.
func wordList() kong.Option {
	return kong.NamedMapper("words", kong.MapperFunc(func(ctx *kong.DecodeContext, target reflect.Value) error {
		var s string
		if err := ctx.Scan.PopValueInto("string", &s); err != nil {
			return err
		}
		if before := target.String(); before != "" && s != "" {
			s = before + "," + s
		}
		if s != "" {
			target.SetString(s)
		}
		return nil
	}))
}
