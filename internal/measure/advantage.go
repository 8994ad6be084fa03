package measure

import "briefing/internal/briefing"

const (
	keyRCA          = "rca"
	keyLocalisation = "localisation"
	keySymmetric    = "rca-symmetric"
	keyIntensity    = "trade-intensity"
)

// RCA is Balassa's revealed comparative advantage (x_ij/X_i)/(x_wj/X_w)
// (measure 12): the share of a product in own exports over its share in the
// exports compared with. Of a region against its country it is a coefficient
// of localisation, and is called so.
func RCA(own, ownAll, world, worldAll Quantity) Result {
	key := keyRCA
	if own.Scope.Region != "" && world.Scope.Region == "" {
		key = keyLocalisation
	}
	return shareOverShare(key, own, ownAll, world, worldAll)
}

// TradeIntensity is (x_ij/X_i)/(x_wj/X_w) (measure 14): the share of a partner
// in own exports over its share in the exports of the world.
func TradeIntensity(toPartner, own, worldToPartner, world Quantity) Result {
	return shareOverShare(keyIntensity, toPartner, own, worldToPartner, world)
}

func shareOverShare(key string, part, all, otherPart, otherAll Quantity) Result {
	r := begin(key, part, all, otherPart, otherAll)
	r.together(part, otherPart)
	if a, b := part.Scope.Classification, otherPart.Scope.Classification; a != b {
		r.refuse(Differing(WhyClassesDiffer, a, b))
	}
	if part.Scope.Codes != otherPart.Scope.Codes || part.Scope.Flow != otherPart.Scope.Flow {
		r.refuse(WhyScopeDiffers)
	}
	a, b := Share(part, all), Share(otherPart, otherAll)
	r.refuse(a.Reasons...)
	r.refuse(b.Reasons...)
	if r.refused() {
		return r
	}
	s := r.spans(a.Quantity(), b.Quantity())
	r.positiveBase(s[1])
	if r.refused() {
		return r
	}
	out, why := eval(divide, s, up, down)
	return r.settle(out, why, "")
}

// SymmetricRCA is (RCA − 1)/(RCA + 1), −1…1 (measure 13).
func SymmetricRCA(rca Result) Result {
	r := begin(keySymmetric, rca.Quantity())
	r.Inputs, r.Period = rca.Inputs, rca.Period
	r.refuse(rca.Reasons...)
	s := r.spans(rca.Quantity())
	if r.refused() {
		return r
	}
	// An open side ends where the formula does: at 1 above, at −1 below.
	out, why := eval(func(x []briefing.Number) (briefing.Number, error) {
		above, err := x[0].Sub(one)
		if err != nil {
			return above, err
		}
		below, err := x[0].Add(one)
		if err != nil {
			return below, err
		}
		return above.Quo(below)
	}, s, up)
	return r.settle(out, why, "")
}
