// Package kit holds the widgets of the window: buttons, chips, cards, lists,
// the data table, fields and dialogs, drawn to the measures of the design.
//
// It promises that each of them can be worked from the keyboard and shows where
// the focus is, that nothing is told by colour alone, that colours and sizes
// follow the theme at once, and that it holds no words of its own: all text
// comes from the caller. It knows nothing of what is shown; values go in,
// callbacks come out. All of it runs on the window's goroutine, as the toolkit
// asks; results of background work come in through fyne.Do.
package kit
