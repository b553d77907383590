package post

import (
	"context"

	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/setup"
	"rugdekking/internal/document"
	"rugdekking/vpt"
)

// SaveStationery changes what stands on every letter. Letters that were made
// stay as they are.
func (a Room) SaveStationery(ctx context.Context, who vpt.Actor, in vpt.SaveStationery) error {
	var picture error
	if n := len(in.Logo); n > 0 && n <= vpt.MaxLogo && document.CheckPicture(in.Logo) != nil {
		picture = casework.Invalid("logo", "geen-logo") // looked at here: a transaction does not wait for it
	}
	return setup.ChangeSettings(ctx, a.desk, who, []string{"stationery"}, func(o *vpt.Organisation) error {
		o.Settings.Stationery = in.Over(o.Settings.Stationery)
		if err := o.Settings.Stationery.Validate(); err != nil {
			return err
		}
		return picture
	})
}
