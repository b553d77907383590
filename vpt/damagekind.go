package vpt

// DamageKind says what was damaged or cost money, and so whose damage it is.
// Source of the list: https://www.veiligepubliekedienstverlening.nl (verhaal de
// schade).
type DamageKind string

// The damage of employees, then that of the employer.
const (
	DamageClothes    DamageKind = "kleding"
	DamageMedical    DamageKind = "medische-kosten"
	DamageTravel     DamageKind = "reiskosten"
	DamageHousehold  DamageKind = "huishoudelijke-hulp"
	DamageLegal      DamageKind = "juridische-hulp"
	DamageEarning    DamageKind = "inkomen"
	DamageImmaterial DamageKind = "smartengeld"
	DamageVehicle    DamageKind = "voertuig"
	DamageFurniture  DamageKind = "inrichting"
	DamageBuilding   DamageKind = "gebouw"
	DamageWage       DamageKind = "loondoorbetaling"
	DamageReturn     DamageKind = "re-integratie"
	DamagePaidOut    DamageKind = "uitgekeerd-smartengeld"
)

// DamageKinds gives all kinds, those of employees first.
func DamageKinds() []DamageKind {
	return []DamageKind{
		DamageClothes, DamageMedical, DamageTravel, DamageHousehold, DamageLegal, DamageEarning, DamageImmaterial,
		DamageVehicle, DamageFurniture, DamageBuilding, DamageWage, DamageReturn, DamagePaidOut,
	}
}

// OfEmployer reports whether it is damage of the employer.
func (k DamageKind) OfEmployer() bool {
	switch k {
	case DamageVehicle, DamageFurniture, DamageBuilding, DamageWage, DamageReturn, DamagePaidOut:
		return true
	}
	return false
}

// DamageRoute says how damage is recovered.
type DamageRoute string

// The routes: joining the criminal case (51f Sv), a civil claim, an insurer,
// the Schadefonds Geweldsmisdrijven, or the employer pays and takes the claim
// over.
const (
	RouteJoin     DamageRoute = "voeging"
	RouteCivil    DamageRoute = "civiel"
	RouteInsurer  DamageRoute = "verzekering"
	RouteFund     DamageRoute = "schadefonds"
	RouteEmployer DamageRoute = "werkgever-betaalt"
)

// DamageRoutes gives all routes.
func DamageRoutes() []DamageRoute {
	return []DamageRoute{RouteJoin, RouteCivil, RouteInsurer, RouteFund, RouteEmployer}
}

// UsualRoute gives the route that goes without saying: what an employer pays
// in wages and for coming back to work is rarely direct damage in the sense of
// 51f Sv, and is claimed before the civil judge (6:107a BW).
func (k DamageKind) UsualRoute() DamageRoute {
	if k == DamageWage || k == DamageReturn {
		return RouteCivil
	}
	return ""
}
