package measure

import (
	"bytes"
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/policy"
	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/app/internal/upload"
	"rugdekking/vpt"
)

// HouseRules gives all versions of the house rules, with what proves that they
// are shown.
func (a Room) HouseRules(ctx context.Context, who vpt.Actor) (vpt.HouseRulesView, error) {
	var out vpt.HouseRulesView
	err := a.desk.Read(ctx, who, policy.HouseRulesList, desk.OfOrganisation(who), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out = vpt.HouseRulesView{Sites: k.Sites, Today: k.Today(tx), MayEdit: a.desk.Policy.Decide(who, policy.HouseRulesSave, policy.Subject{})}
		if out.All, err = tx.HouseRules(); err != nil {
			return err
		}
		for i, h := range out.All {
			name, err := tx.PersonName(h.By)
			if err != nil {
				return err
			}
			out.All[i].ByName = name.Name
		}
		return nil
	})
	return out, err
}

// HouseRulesNow gives the house rules that hold today, at each place that has
// its own and for the whole organisation. Everybody who signed in may read them.
func (a Room) HouseRulesNow(ctx context.Context, who vpt.Actor) (vpt.HouseRulesView, error) {
	var out vpt.HouseRulesView
	err := a.desk.Read(ctx, who, policy.HouseRulesRead, desk.OfOrganisation(who), func(tx *store.Tx) error {
		k, err := a.desk.Knowledge(tx)
		if err != nil {
			return err
		}
		out = vpt.HouseRulesView{Sites: k.Sites, Today: k.Today(tx)}
		all, err := tx.HouseRules()
		if err != nil {
			return err
		}
		for _, h := range all {
			if now, ok := vpt.HouseRulesAt(all, h.Site, out.Today); ok && now.ID == h.ID {
				h.Proof, h.File, h.By = vpt.Private{}, vpt.HouseRulesFile{}, ""
				out.All = append(out.All, h)
			}
		}
		return nil
	})
	return out, err
}

// SaveHouseRules makes a new version at a place and gives its id. It ends the
// one before there from the day on which it begins.
func (a Room) SaveHouseRules(ctx context.Context, who vpt.Actor, in vpt.SaveHouseRules) (vpt.HouseRulesID, error) {
	file, err := shownFile(in.FileName, in.File)
	if err != nil {
		return "", err
	}
	var id string
	on := desk.About(policy.Subject{Kind: "huisregels", ID: string(in.Site)})
	err = a.desk.Write(ctx, who, policy.HouseRulesSave, on, func(tx *store.Tx, w *desk.Work) (err error) {
		id, err = a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			if _, ok := k.Site(in.Site); in.Site != "" && !ok {
				return "", casework.Invalid("site", "onbekende-keuze")
			}
			before, err := newestRules(tx, in.Site)
			if err != nil {
				return "", err
			}
			if err := in.Validate(k.Today(tx), before); err != nil {
				return "", err
			}
			h := vpt.HouseRules{
				ID: vpt.HouseRulesID(store.NewID()), Site: in.Site, Version: before.Version + 1, Text: in.Text, FromOn: in.FromOn,
				ShownOn: in.ShownOn, Where: in.Where, Proof: in.Proof, File: file,
			}
			w.Changed("text", "fromOn", "shownOn")
			return string(h.ID), tx.InsertHouseRules(h, who.ID())
		})
		return err
	})
	return vpt.HouseRulesID(id), err
}

// newestRules gives the last version at a place, the zero value when there is
// none.
func newestRules(tx *store.Tx, site vpt.SiteID) (vpt.HouseRules, error) {
	all, err := tx.HouseRules()
	for _, h := range all {
		if h.Site == site {
			return h, err // newest first
		}
	}
	return vpt.HouseRules{}, err
}

// ShowHouseRules records since when a version is shown, and what proves it.
func (a Room) ShowHouseRules(ctx context.Context, who vpt.Actor, in vpt.ShowHouseRules) error {
	file, err := shownFile(in.FileName, in.File)
	if err != nil {
		return err
	}
	on := desk.About(policy.Subject{Kind: "huisregels", ID: string(in.ID)})
	return a.desk.Write(ctx, who, policy.HouseRulesSave, on, func(tx *store.Tx, w *desk.Work) error {
		_, err := a.desk.Once(tx, who, w, in.Once, func() (string, error) {
			k, err := a.desk.Knowledge(tx)
			if err != nil {
				return "", err
			}
			h, err := tx.HouseRulesByID(in.ID)
			if err != nil {
				return "", err
			}
			if h.ShownOn != "" {
				return "", vpt.Fail(vpt.KindConflict, "al-opgehangen")
			}
			if err := in.Validate(k.Today(tx)); err != nil {
				return "", err
			}
			w.Changed("shownOn", "proof")
			return string(in.ID), tx.ShowHouseRules(vpt.HouseRules{ID: in.ID, ShownOn: in.ShownOn, Where: in.Where, Proof: in.Proof, File: file})
		})
		return err
	})
}

// HouseRulesFile opens the file that shows where a version hangs.
func (a Room) HouseRulesFile(ctx context.Context, who vpt.Actor, id vpt.HouseRulesID) (vpt.HouseRulesFile, error) {
	var out vpt.HouseRulesFile
	on := desk.About(policy.Subject{Kind: "huisregels", ID: string(id)})
	err := a.desk.Read(ctx, who, policy.HouseRulesFile, on, func(tx *store.Tx) error {
		all, err := tx.HouseRules()
		if err != nil {
			return err
		}
		for _, h := range all {
			if h.ID == id && h.File.MediaType != "" {
				out = h.File
				out.Content, err = tx.HouseRulesFile(id)
				return err
			}
		}
		return vpt.ErrNotFound
	})
	return out, err
}

// shownFile establishes what a file is from its content: a picture or a PDF,
// or nothing at all.
func shownFile(name vpt.Private, data []byte) (vpt.HouseRulesFile, error) {
	if len(data) == 0 {
		return vpt.HouseRulesFile{}, nil
	}
	if len(data) > vpt.MaxHouseRulesFile {
		return vpt.HouseRulesFile{}, upload.Problem("file", "bestand-te-groot")
	}
	var sniff upload.Sniffer
	for part := data; len(part) > 0; part = part[min(len(part), vpt.EvidenceChunk):] {
		if !sniff.Write(part[:min(len(part), vpt.EvidenceChunk)]) {
			return vpt.HouseRulesFile{}, upload.Problem("file", "bestandstype")
		}
	}
	found, ok := sniff.MediaType()
	switch found {
	case "image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf":
	default:
		ok = false
	}
	if !ok {
		return vpt.HouseRulesFile{}, upload.Problem("file", "bestandstype")
	}
	return vpt.HouseRulesFile{Name: name, MediaType: found, Size: int64(len(data)), Content: bytes.Clone(data)}, nil
}
