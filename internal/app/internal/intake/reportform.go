package intake

import (
	"context"
	"slices"
	"strings"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/setup"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

// ReportForm gives what the reporting form offers: the kinds and channels in
// force, sites, the actor's own colleagues, what she used last, and the draft
// that she left.
func (a Room) ReportForm(ctx context.Context, who vpt.Actor) (vpt.ReportForm, error) {
	var f vpt.ReportForm
	err := a.desk.Read(ctx, who, policy.ReportForm, desk.Nothing, func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		f = vpt.ReportForm{
			Kinds: k.Codes[vpt.KindList], Channels: k.Codes[vpt.ChannelList], Units: k.Units, Emergency: k.Org.Settings.Emergency,
			Today: k.Today(tx), Now: tx.Now(), Zone: k.Zone,
		}
		for _, site := range k.Sites {
			if !site.Retired {
				f.Sites = append(f.Sites, site)
			}
		}
		if who.Person == "" {
			return nil
		}
		last, err := tx.LastReportOf(who.Person)
		if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
			return err
		}
		f.LastChannel, f.LastSite = lastChosen(f, last)
		if f.Colleagues, err = colleagues(tx, who.Person); err != nil {
			return err
		}
		if f.Norm, err = setup.OwnNorm(tx, k, who); err != nil {
			return err
		}
		f.Draft, err = tx.Draft(who.Person, vpt.ReportDraft, tx.Now().Add(-DraftFor))
		return err
	})
	return f, err
}

// lastChosen gives the channel and site of an earlier report, as far as they
// may still be chosen.
func lastChosen(f vpt.ReportForm, last vpt.Report) (channel string, site vpt.SiteID) {
	if f.Channels.Choosable(last.Channel.Code) {
		channel = last.Channel.Code
	}
	for _, s := range f.Sites {
		if s.ID == last.Site {
			site = s.ID
		}
	}
	return channel, site
}

// colleagues gives the people of a person's own unit, without her, by name.
func colleagues(tx *store.Tx, person vpt.PersonID) ([]vpt.PersonName, error) {
	unit, err := tx.UnitOf(person)
	if err != nil || unit == "" {
		return nil, err
	}
	people, err := tx.PeopleOfUnit(unit)
	if err != nil {
		return nil, err
	}
	var out []vpt.PersonName
	for _, p := range people {
		if p.ID != person && p.State != vpt.PersonBlocked {
			out = append(out, vpt.PersonName{ID: p.ID, Name: p.Name, Function: p.Function})
		}
	}
	slices.SortFunc(out, func(x, y vpt.PersonName) int {
		if by := strings.Compare(seal.SortKey(x.Name), seal.SortKey(y.Name)); by != 0 {
			return by
		}
		return strings.Compare(string(x.ID), string(y.ID))
	})
	return out, nil
}
