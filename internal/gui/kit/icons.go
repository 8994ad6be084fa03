package kit

// Names of the icons that widgets of this package draw themselves.
const (
	IconConfirmed = "confirmed"
	IconReserved  = "caveat"
	IconDisputed  = "conflicting"
	IconUnchecked = "unverified"
	IconRejected  = "rejected"
	IconBlocking  = "blocking"
	IconRemark    = "warning"
	IconClose     = "close"
	IconOpen      = "chevron-right"
	IconDown      = "chevron-down"
	IconUp        = "chevron-up"
	IconTick      = "ok"
	IconSearch    = "search"
	IconUndo      = "undo"
	IconRedo      = "redo"
	IconClock     = "clock"
	IconMore      = "more"
	IconInfo      = "info"
	IconImport    = "import"
	IconRefresh   = "refresh"
)
