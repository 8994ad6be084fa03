// Package assets holds what the program carries inside itself: fonts, the
// application's icon, the icons of the window and the licences of others' work.
//
// It promises that every accessor works without the file system, that nothing
// it hands out as a copy is shared, and that no file is read or copied before
// somebody asks for it.
package assets
