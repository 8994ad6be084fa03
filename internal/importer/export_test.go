package importer

// Plainly makes a reading that maps every row by itself and one after another,
// to compare with.
func Plainly(o Options) Options {
	o.plainly = true
	return o
}
