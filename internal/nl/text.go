package nl

import (
	"strings"
)

// pair is one text in Dutch and in English, in that order.
type pair = [2]string

// tables lists the texts, one map for each noun. A key stands in one map only;
// a test holds that.
func tables() []map[string][2]string {
	return []map[string][2]string{
		shellTexts(),
		siteTexts(),
		partTexts(),
		errorTexts(),
		reportErrorTexts(),
		casefileErrorTexts(),
		personErrorTexts(),
		apiTexts(),
		adminTexts(),
		adminPageTexts(),
		adminPeopleTexts(),
		adminLabels(),
		labelTexts(),
		signInTexts(),
		accountTexts(),
		detailLabelTexts(),
		eventLabelTexts(),
		reportTexts(),
		receiptTexts(),
		reportViewTexts(),
		evidenceTexts(),
		figureTexts(),
		registerTexts(),
		eventTexts(),
		careTexts(),
		careSettingTexts(),
		taskTexts(),
		elapsedTexts(),
		digestTexts(),
		casefileTexts(),
		worklistTexts(),
		caseFormTexts(),
		gateTexts(),
		measureTexts(),
		hearingTexts(),
		letterPageTexts(),
		letterTextTexts(),
		stationeryTexts(),
		seriesTexts(),
		letterTexts(),
		policeTexts(),
		dossierTexts(),
		haltTexts(),
		damageTexts(),
		analysisTexts(),
		improvementTexts(),
		houseRulesTexts(),
		protocolTexts(),
		teamNormTexts(),
		accidentTexts(),
	}
}

// Texts are the words of one language. New makes them once, at the start: they
// never change and may be used by many at a time.
type Texts struct {
	lang  string
	texts map[string]string
}

// New gives the texts of a language: English for "en", else Dutch.
func New(lang string) *Texts {
	t := &Texts{lang: "nl", texts: map[string]string{}}
	which := 0
	if lang == "en" {
		t.lang, which = "en", 1
	}
	for _, table := range tables() {
		for key, text := range table {
			t.texts[key] = text[which]
		}
	}
	return t
}

// Lang gives the language, "nl" or "en".
func (t *Texts) Lang() string { return t.lang }

// Text gives the text of a key, the empty string when there is none.
func (t *Texts) Text(key string) string { return t.texts[key] }

// Error gives the text of an error code. A code without a text gives that of
// an unknown error: what went wrong inside is never shown.
func (t *Texts) Error(code string) string {
	if text, ok := t.texts["fout."+code]; ok {
		return text
	}
	return t.texts["fout.onbekend"]
}

// Field gives the text of what is wrong with one field: the words for that
// field ("fout.<path>.<code>") where there are some, else those of the code.
func (t *Texts) Field(path, code string) string {
	if text, ok := t.texts["fout."+path+"."+code]; ok {
		return text
	}
	return t.Error(code)
}

// Fill gives a text with each {name} replaced by its value; names and values
// alternate.
func (t *Texts) Fill(key string, namesAndValues ...string) string {
	text := t.texts[key]
	for i := 0; i+1 < len(namesAndValues); i += 2 {
		text = strings.ReplaceAll(text, "{"+namesAndValues[i]+"}", namesAndValues[i+1])
	}
	return text
}

// Keys gives the keys of all texts, in no order.
func (t *Texts) Keys() []string {
	keys := make([]string, 0, len(t.texts))
	for key := range t.texts {
		keys = append(keys, key)
	}
	return keys
}
