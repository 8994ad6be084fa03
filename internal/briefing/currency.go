package briefing

import (
	"strings"
	"sync"
)

// currencyCodes are the currencies in use by ISO 4217, without funds and metals.
func currencyCodes() string {
	return "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd " +
		"cad cdf chf clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp gel ghs gip gmd gnf " +
		"gtq gyd hkd hnl htg huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr kmf kpw krw kwd kyd kzt lak lbp " +
		"lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab " +
		"pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sdg sek sgd shp sle sos srd ssp stn svc syp szl " +
		"thb tjs tmt tnd top try ttd twd tzs uah ugx usd uyu uzs ves vnd vuv wst xaf xcd xof xpf yer zar zmw"
}

var currencies = sync.OnceValue(func() map[Unit]bool {
	out := map[Unit]bool{}
	for c := range strings.FieldsSeq(currencyCodes()) {
		out[Unit(c)] = true
	}
	return out
})

// Currencies are the units of all currencies, without a scale: those that figures
// are mostly in first, the others by their codes.
func Currencies() []Unit {
	out := []Unit{"usd", "eur", "rub", "cny"}
	for c := range strings.FieldsSeq(currencyCodes()) {
		switch u := Unit(c); u {
		case "usd", "eur", "rub", "cny":
		default:
			out = append(out, u)
		}
	}
	return out
}

// Currency is the ISO 4217 code in capitals when the base is a currency.
func (u Unit) Currency() (string, bool) {
	b := u.Base()
	if !currencies()[b] {
		return "", false
	}
	return strings.ToUpper(string(b)), true
}
