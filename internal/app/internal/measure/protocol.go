package measure

import (
	"context"
	"fmt"

	"rugdekking/content"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/vpt"
)

// ShippedProtocols gives the examples that an organisation may start from.
func ShippedProtocols() ([]vpt.ProtocolExample, error) {
	found, err := content.Protocols()
	if err != nil {
		return nil, err
	}
	var out []vpt.ProtocolExample
	for _, f := range found {
		p, err := vpt.ParseProtocol(f.Data)
		if err != nil {
			return nil, fmt.Errorf("app: protocol %s: %w", f.Code, err)
		}
		out = append(out, vpt.ProtocolExample{Code: f.Code, Protocol: p})
	}
	return out, nil
}

// Protocols gives the protocol of the organisation in all its versions, what
// is being written, and the examples.
func (a Room) Protocols(ctx context.Context, who vpt.Actor) (vpt.ProtocolView, error) {
	examples, err := ShippedProtocols()
	if err != nil {
		return vpt.ProtocolView{}, err
	}
	var out vpt.ProtocolView
	err = a.desk.Read(ctx, who, policy.ProtocolRead, desk.OfOrganisation(who), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out = vpt.ProtocolView{Lists: k.Codes, MayEdit: a.desk.Policy.Decide(who, policy.ProtocolSave, policy.Subject{})}
		if out.Versions, err = tx.Protocols(); err != nil {
			return err
		}
		for i, p := range out.Versions {
			name, err := tx.PersonName(p.By)
			if err != nil {
				return err
			}
			out.Versions[i].ByName = name.Name
		}
		if !out.MayEdit {
			return nil
		}
		out.Examples = examples
		out.Draft, err = tx.ProtocolDraft()
		if vpt.KindOf(err) == vpt.KindNotFound {
			return nil
		}
		out.Writing = err == nil
		return err
	})
	return out, err
}

// errProtocolChanged is returned when another version, or another draft, came
// in between.
var errProtocolChanged = vpt.Fail(vpt.KindConflict, "protocol-gewijzigd")

// SaveProtocol adopts a new version of the protocol and gives its number.
// Without a change there is no new version. What was being written is done.
func (a Room) SaveProtocol(ctx context.Context, who vpt.Actor, in vpt.SaveProtocol) (int, error) {
	return a.adopt(ctx, who, in.Once, func(newest vpt.Protocol) (vpt.Protocol, error) {
		if in.Base != newest.Version {
			return in.Protocol, errProtocolChanged
		}
		return in.Protocol, nil
	})
}

// AdoptProtocol adopts an example as the next version, and gives its number.
func (a Room) AdoptProtocol(ctx context.Context, who vpt.Actor, code string) (int, error) {
	return a.adopt(ctx, who, vpt.Once{}, func(vpt.Protocol) (vpt.Protocol, error) {
		examples, err := ShippedProtocols()
		for _, e := range examples {
			if e.Code == code {
				return e.Protocol, err
			}
		}
		if err == nil {
			err = vpt.ErrNotFound
		}
		return vpt.Protocol{}, err
	})
}

func (a Room) adopt(ctx context.Context, who vpt.Actor, once vpt.Once, choose func(newest vpt.Protocol) (vpt.Protocol, error)) (int, error) {
	examples, err := ShippedProtocols()
	if err != nil {
		return 0, err
	}
	version := 0
	err = a.desk.Write(ctx, who, policy.ProtocolSave, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, once, func() (string, error) {
			newest, err := tx.NewestProtocol()
			if err != nil && vpt.KindOf(err) != vpt.KindNotFound {
				return "", err
			}
			p, err := choose(newest)
			if err != nil {
				return "", err
			}
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			if err := p.Validate(k.Codes[vpt.KindList], k.Codes[vpt.MeasureList]); err != nil {
				return "", err
			}
			if version = newest.Version; version > 0 && p.Same(newest) {
				w.Unlogged()
				return "protocol", tx.DropProtocolDraft()
			}
			p.Example = false
			for _, e := range examples {
				p.Example = p.Example || e.Same(p)
			}
			version++
			p.Version = version
			w.Changed("protocol")
			if err := tx.InsertProtocol(p, who.ID()); err != nil {
				return "", err
			}
			return "protocol", tx.DropProtocolDraft()
		})
		return err
	})
	return version, err
}

// DraftProtocol keeps the next version while it is being written. There is one
// draft: who writes on it must have seen the last.
func (a Room) DraftProtocol(ctx context.Context, who vpt.Actor, in vpt.DraftProtocol) error {
	return a.desk.Write(ctx, who, policy.ProtocolSave, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
		w.Unlogged() // adopting is logged
		if err := in.Validate(); err != nil {
			return err
		}
		seen := ""
		old, err := tx.ProtocolDraft()
		switch {
		case err == nil:
			seen = old.Stamp()
		case vpt.KindOf(err) != vpt.KindNotFound:
			return err
		}
		if seen != in.Seen {
			return errProtocolChanged
		}
		return tx.KeepProtocolDraft(in.Protocol, in.Base, who.ID())
	})
}

// DropProtocolDraft gives up what was being written.
func (a Room) DropProtocolDraft(ctx context.Context, who vpt.Actor) error {
	return a.desk.Write(ctx, who, policy.ProtocolSave, desk.OfOrganisation(who), func(tx *store.Tx, w *desk.Work) error {
		w.Unlogged() // nothing that held was changed
		return tx.DropProtocolDraft()
	})
}
