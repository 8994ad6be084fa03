// Package lang turns values into words: texts by key, plurals, numbers,
// figures with their words of precision, units, periods, moments, names, and
// the sentences for errors, in Russian, English and Chinese. It also reads
// what a person types: numbers, periods, moments.
//
// It promises that no call panics or fails for a missing text (the key is
// shown in ⟨…⟩ instead), that no number is changed on its way to print but by
// the rounding asked for (half away from zero, as workbooks show it), and
// that equal arguments give equal text.
//
// Texts lie in texts/<language>/<area>.toml. A line is
//
//	"pack.cover.prepared" = "Подготовлено: %[1]s"
//
// or stands as cover.prepared under the head [pack]. The key starts with the
// area, which is the name of the file; only the files of this package itself
// (core, records, errors, countries, typed) hold several. Values take arguments by
// index. A text with arguments writes a per cent sign as
// %%, one without writes it as %. Plural texts are written as forms: key.one,
// key.few, key.many, key.other in Russian, key.one and key.other in English,
// key.other in Chinese; the count is %[1]d there.
package lang
