package vpt

import "slices"

// DoorEntry is a measure as who stands at the door or sits at the phone sees
// it: whom, what, until when, how to act. Nothing else of the case.
type DoorEntry struct {
	ID          MeasureID
	Name        Private // empty: nobody knows it
	Description Private // only without a name
	Kind        CodeRef
	Until       Date
	Everywhere  bool
	Unplaced    bool // nobody recorded where it holds
	Sites       []string
	Exceptions  Private
	HowToAct    Private
	Reachable   Private // the other way to what somebody has a right to
	Contact     PersonName
}

// DoorView is the door of one building, or the phone.
type DoorView struct {
	Site    SiteID
	Sites   []Site // those the viewer may choose from
	Channel DoorChannel
	Entries []DoorEntry
	Lists   map[CodeList]CodeSet
	Today   Date
}

// DoorChannel is where somebody meets the public.
type DoorChannel string

// Where somebody meets the public.
const (
	AtDoor  DoorChannel = "deur"
	AtPhone DoorChannel = "telefoon"
)

// ShownAt reports whether a measure is shown at a door or phone: a ban from
// this building, or a limit that is about the way in which people come here. One
// of which nobody recorded where it holds, from before that could be, is shown
// everywhere: who reads it is told to ask.
func (m Measure) ShownAt(site SiteID, channel DoorChannel, day Date) bool {
	if !m.InForce(day) {
		return false
	}
	switch m.Kind.Code {
	case PremisesBan:
		return channel == AtDoor && (m.Everywhere || len(m.Sites) == 0 || slices.Contains(m.Sites, site))
	case "M7":
		return channel == AtPhone
	case ContactLimit:
		if len(m.Channels) == 0 {
			return true
		}
		if channel == AtPhone {
			return slices.Contains(m.Channels, "telefoon")
		}
		return slices.Contains(m.Channels, "balie") || slices.Contains(m.Channels, "spreekkamer")
	}
	return m.Everywhere || len(m.Sites) == 0 || slices.Contains(m.Sites, site)
}

// Unplaced reports whether a measure that holds somewhere, or for some ways of
// coming here, does not say where or for which.
func (m Measure) Unplaced() bool {
	switch m.Kind.Code {
	case PremisesBan:
		return !m.Everywhere && len(m.Sites) == 0
	case ContactLimit:
		return len(m.Channels) == 0
	}
	return false
}
