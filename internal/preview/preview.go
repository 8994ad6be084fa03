// Package preview turns PDF bytes into page images with pdfium in its
// WebAssembly form: the window shows the very bytes that an export writes.
//
// It promises that nothing is started before the first file is opened, that
// the compiled engine is kept in the cache folder for the next start, that the
// engine sees no file of the machine, and that its failure is an error and
// never takes the program down: a fresh instance serves the next file.
package preview

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// ErrUnavailable says that no page can be shown; the export works all the same.
var ErrUnavailable = errors.New("preview is not available")

// Engine opens files. Its methods may be called from any goroutine.
type Engine struct {
	cache string

	mu   sync.Mutex
	pool pdfium.Pool
	comp wazero.CompilationCache
	open int // files
}

// CacheDir is where the system wants the compiled engine to be kept, "" when
// it has no such place.
func CacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "briefing", "preview")
}

// New makes an engine that keeps its compiled form in the folder; with "" it
// is compiled anew in each run. Nothing is started yet.
func New(cacheDir string) *Engine { return &Engine{cache: cacheDir} }

// Start compiles the engine or reads it from the cache: seconds the first
// time on a machine, a tenth of one later. Open does it by itself.
func (e *Engine) Start() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.start()
}

func (e *Engine) start() (err error) {
	if e.pool != nil {
		return nil
	}
	defer guard(&err)
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if comp := e.compilationCache(); comp != nil {
		e.comp = comp
		config = config.WithCompilationCache(comp)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: 4, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	e.pool = pool
	return nil
}

func (e *Engine) compilationCache() wazero.CompilationCache {
	if e.cache == "" {
		return nil
	}
	if err := os.MkdirAll(e.cache, 0o700); err != nil {
		return nil // without a cache the engine is only slower
	}
	comp, err := wazero.NewCompilationCacheWithDir(e.cache)
	if err != nil {
		return nil
	}
	return comp
}

// Close lets go of the engine and of its files.
func (e *Engine) Close() (err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.close()
}

func (e *Engine) close() (err error) {
	defer guard(&err)
	if e.pool == nil {
		return nil
	}
	err = e.pool.Close()
	e.pool = nil
	if e.comp != nil {
		err = errors.Join(err, e.comp.Close(context.Background()))
		e.comp = nil
	}
	return err
}

// Rest lets go of an engine that no file needs: it holds some forty megabytes,
// and the next Open starts it again from the cache within a tenth of a second.
// Without a cache it stays, since it would be compiled anew. Rested tells
// whether there was something to let go of.
func (e *Engine) Rest() (rested bool, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool == nil || e.comp == nil || e.open > 0 {
		return false, nil
	}
	return true, e.close()
}

// Open reads a PDF. The bytes must not change while the file is open.
func (e *Engine) Open(ctx context.Context, pdf []byte) (f *File, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if err := e.start(); err != nil {
		return nil, err
	}
	defer guard(&err)
	instance, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	f = &File{instance: instance}
	if err := f.open(pdf); err != nil {
		_ = f.Close() // the error that is told is the first one
		return nil, err
	}
	e.open++
	f.closed = e.closed
	return f, nil
}

// closed is told of each file that was let go of.
func (e *Engine) closed() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.open--
}

// File is an open PDF.
type File struct {
	mu       sync.Mutex
	instance pdfium.Pdfium
	closed   func()
	doc      references.FPDF_DOCUMENT
	sizes    []Size
	outline  []Mark
}

// Size is a page's size in points.
type Size struct{ Width, Height float64 }

// Mark is a bookmark: a title and the page it leads to, from 0.
type Mark struct {
	Title string
	Level int
	Page  int
}

func (f *File) open(pdf []byte) (err error) {
	defer guard(&err)
	doc, err := f.instance.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	f.doc = doc.Document
	count, err := f.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	for i := range count.PageCount {
		s, err := f.instance.GetPageSize(&requests.GetPageSize{Page: f.page(i)})
		if err != nil {
			return fmt.Errorf("%w: %w", ErrUnavailable, err)
		}
		f.sizes = append(f.sizes, Size{s.Width, s.Height})
	}
	if marks, err := f.instance.GetBookmarks(&requests.GetBookmarks{Document: f.doc}); err == nil { // a file may have none
		f.outline = flat(nil, marks.Bookmarks, 1)
	}
	return nil
}

func flat(out []Mark, in []responses.GetBookmarksBookmark, level int) []Mark {
	for _, b := range in {
		page := 0
		switch {
		case b.DestInfo != nil:
			page = b.DestInfo.PageIndex
		case b.ActionInfo != nil && b.ActionInfo.DestInfo != nil:
			page = b.ActionInfo.DestInfo.PageIndex
		}
		out = append(out, Mark{Title: b.Title, Level: level, Page: page})
		out = flat(out, b.Children, level+1)
	}
	return out
}

func (f *File) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: i}}
}

// Pages is the number of pages.
func (f *File) Pages() int { return len(f.sizes) }

// Size is the size of a page in points.
func (f *File) Size(i int) Size { return f.sizes[i] }

// Outline lists the bookmarks in their order.
func (f *File) Outline() []Mark { return f.outline }

// Image draws a page, width pixels wide. The image is the caller's own.
func (f *File) Image(i, width int) (img *image.RGBA, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	defer guard(&err)
	if f.instance == nil || i < 0 || i >= len(f.sizes) {
		return nil, ErrUnavailable
	}
	s := f.sizes[i]
	height := int(float64(width)*s.Height/s.Width + 0.5)
	r, err := f.instance.RenderPageInPixels(&requests.RenderPageInPixels{Page: f.page(i), Width: width, Height: height})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	defer r.Cleanup()
	src, ok := r.Result.RenderedImage.(*image.RGBA)
	if !ok || src == nil {
		return nil, ErrUnavailable
	}
	// The pixels belong to the engine's memory until Cleanup.
	own := image.NewRGBA(src.Rect)
	copy(own.Pix, src.Pix)
	return own, nil
}

// Close lets go of the file.
func (f *File) Close() (err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	defer guard(&err)
	if f.instance == nil {
		return nil
	}
	in := f.instance
	f.instance = nil
	if f.closed != nil {
		defer f.closed()
	}
	return in.Close()
}

// guard turns a panic of the engine into an error.
func guard(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", ErrUnavailable, r)
	}
}
