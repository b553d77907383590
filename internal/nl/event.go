package nl

// eventTexts are the sentences of a case's timeline, as handlers read them.
// {naam} did it, {wie} is whom it is about, {wat} is what it came to.
func eventTexts() map[string][2]string {
	return map[string]pair{
		"gebeurtenis.gemeld":               {"{naam} deed een melding", "{naam} made a report"},
		"gebeurtenis.toegewezen":           {"De zaak is nu van {wie}", "The case is now with {wie}"},
		"gebeurtenis.beoordeeld":           {"{naam} heeft de zaak beoordeeld: {wat}", "{naam} assessed the case: {wat}"},
		"gebeurtenis.maatregel":            {"{naam} heeft beslist over een reactie: {wat}", "{naam} decided on a reaction: {wat}"},
		"gebeurtenis.geen-reactie":         {"{naam} heeft besloten dat er geen reactie komt", "{naam} decided that there is no reaction"},
		"gebeurtenis.politie":              {"{naam} heeft de politie vastgelegd: {wat}", "{naam} recorded the police: {wat}"},
		"gebeurtenis.geen-politie":         {"{naam} heeft vastgelegd dat dit niet naar de politie gaat", "{naam} recorded that this does not go to the police"},
		"gebeurtenis.gesprek-gepland":      {"{naam} heeft gesprek {wat} met {wie} gepland", "{naam} planned talk {wat} with {wie}"},
		"gebeurtenis.gesprek-gehouden":     {"Gesprek {wat} met {wie} is gehouden", "Talk {wat} with {wie} was held"},
		"gebeurtenis.van-gesprek-afgezien": {"{wie} wil gesprek {wat} niet", "{wie} does not want talk {wat}"},
		"gebeurtenis.spoor":                {"{naam} heeft een spoor bijgewerkt: {wat}", "{naam} updated a track: {wat}"},
		"gebeurtenis.notitie":              {"{naam} schreef een notitie", "{naam} wrote a note"},
		"gebeurtenis.terugkoppeling":       {"{naam} heeft de melder verteld wat er is gedaan", "{naam} told the reporter what was done"},
		"gebeurtenis.geen-terugkoppeling":  {"De melder wil niet horen wat er is gedaan", "The reporter does not want to hear what was done"},
		"gebeurtenis.aangevuld":            {"{naam} heeft de melding aangevuld", "{naam} completed the report"},
		"gebeurtenis.reactie-melder":       {"{naam} heeft gereageerd", "{naam} commented"},
		"gebeurtenis.bewijs":               {"{naam} heeft een bestand toegevoegd", "{naam} added a file"},
		"gebeurtenis.bewijs-verwijderd":    {"{naam} heeft een bestand verwijderd", "{naam} removed a file"},
		"gebeurtenis.betrokkene":           {"{naam} heeft {wie} toegevoegd als {wat}", "{naam} added {wie} as {wat}"},
		"gebeurtenis.veroorzaker":          {"{naam} heeft de veroorzaker vastgelegd", "{naam} recorded the instigator"},
		"gebeurtenis.samengevoegd":         {"{naam} heeft zaak {wat} hiermee samengevoegd", "{naam} merged case {wat} into this one"},
		"gebeurtenis.weer-gesplitst":       {"{naam} heeft deze zaak en zaak {wat} weer gesplitst", "{naam} split this case and case {wat} again"},
		"gebeurtenis.gesloten":             {"{naam} heeft de zaak gesloten", "{naam} closed the case"},
		"gebeurtenis.heropend":             {"{naam} heeft de zaak heropend", "{naam} reopened the case"},
		"gebeurtenis.overgenomen":          {"De zaak komt uit het oude register", "The case comes from the old register"},
	}
}
