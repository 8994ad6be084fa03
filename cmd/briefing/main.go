// Command briefing is the desk on which a briefing pack is made: a window,
// and the same use cases as commands.
package main

import (
	"os"

	"briefing/internal/cli"
)

func main() {
	os.Exit(cli.Main(cli.System(openWindow)))
}
