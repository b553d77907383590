package demo

import (
	"context"

	"rugdekking/content"
	"rugdekking/vpt"
)

// rule lets an organisation adopt its house rules and its protocol, so that a
// measure has something to rest on.
func (w *world) rule(ctx context.Context, p *place) error {
	from := vpt.DateOf(w.clock.Now(), w.zone)
	_, err := w.door.SaveHouseRules(ctx, command(p.id), vpt.SaveHouseRules{
		Text: "Wij helpen u graag en behandelen elkaar met respect.\n\n" +
			"- U mag boos zijn, en u mag het zeggen als u het ergens niet mee eens bent.\n" +
			"- Schelden, dreigen, discrimineren, spugen, slaan en vernielen doen wij niet, en u ook niet.\n" +
			"- Gebeurt het toch? Dan stoppen wij het gesprek. U kunt een waarschuwing krijgen of een tijd niet naar binnen mogen.",
		FromOn: from, ShownOn: from, Where: "bij de ingang en de balie van elk gebouw, en op de website",
		Proof: vpt.NewPrivate("De bode heeft de borden opgehangen en er foto's van gemaakt."),
	})
	if err != nil {
		return err
	}
	_, err = w.door.AdoptProtocol(ctx, command(p.id), "voorbeeld-standaard")
	return err
}

// stationery is what stands on the letters of an invented organisation.
func stationery(o content.DemoOrganisation) vpt.Stationery {
	return vpt.Stationery{
		Lines: []string{"Postbus 100, 1000 AA " + town(o), "www." + o.Domain}, Footer: o.Name, Phone: "0599-555100", Email: "contact@" + o.Domain,
		Hours: "op werkdagen van 9.00 tot 12.00 uur", Complaint: []string{"online: www." + o.Domain + "/klacht", "per brief: " + o.Name + ", Postbus 100, 1000 AA " + town(o), "aan de telefoon: 0599-555100"},
		Ombudsman: []string{"Bellen: 0800 000 00 00, gratis", "Online: ombudsman.example"}, Objection: o.Name + ", Postbus 100, 1000 AA " + town(o),
		LegalHelp: "het Juridisch Steunpunt, 0800 000 00 01", Privacy: "privacy@" + o.Domain, Officer: "fg@" + o.Domain,
		Retention: "tot twaalf maanden na het einde van de maatregel",
		Breach:    "Houdt u zich niet aan deze brief, dan kijken wij opnieuw wat nodig is. U hoort dat dan eerst van ons.",
	}
}

func town(o content.DemoOrganisation) string {
	for _, site := range o.Sites {
		if site.Town != "" {
			return site.Town
		}
	}
	return o.Name
}
