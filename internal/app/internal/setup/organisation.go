package setup

import (
	"context"
	"fmt"

	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// Organisations lists the tenants of the installation; for commands and sweeps.
func (a Room) Organisations(ctx context.Context, who vpt.Actor) ([]vpt.Organisation, error) {
	if !a.desk.Policy.Decide(who, policy.OrganisationIs, policy.Subject{}) {
		return nil, a.desk.Deny(ctx, who, policy.OrganisationIs, policy.Subject{}, vpt.ErrForbidden)
	}
	return a.desk.DB.UnscopedOrganisations(ctx)
}

// AddOrganisation makes a tenant with its key and the shipped code lists as
// version 1.
func (a Room) AddOrganisation(ctx context.Context, who vpt.Actor, in vpt.AddOrganisation, codes []vpt.CodeSet) (vpt.Organisation, error) {
	if !a.desk.Policy.Decide(who, policy.OrganisationOf, policy.Subject{}) {
		return vpt.Organisation{}, a.desk.Deny(ctx, who, policy.OrganisationOf, policy.Subject{}, vpt.ErrForbidden)
	}
	if err := in.Validate(); err != nil {
		return vpt.Organisation{}, err
	}
	o := vpt.Organisation{ID: vpt.OrganisationID(store.NewID()), Code: in.Code, Name: in.Name, Kind: in.Kind, Settings: in.Settings}
	err := a.desk.DB.UnscopedAddOrganisation(ctx, o, func(tx *store.Tx) error {
		for _, set := range codes {
			set.Version = 1
			if err := tx.InsertCodes(set); err != nil {
				return err
			}
		}
		on := policy.Subject{Kind: "organisatie", ID: string(o.ID)}
		tx.Note(desk.EntryOf(who, policy.OrganisationOf, on, tx, nil, 0))
		return nil
	})
	if err != nil {
		return vpt.Organisation{}, fmt.Errorf("%s: %w", policy.OrganisationOf, err)
	}
	return o, nil
}
