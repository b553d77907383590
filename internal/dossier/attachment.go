package dossier

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"rugdekking/vpt"
)

// Folder is where the files of a dossier lie in its archive.
const Folder = "bijlagen"

// AttachmentName is the name of the file at position i of a dossier: as it was
// given, but neutral where people go by a number. It fits every file system.
func AttachmentName(d vpt.Dossier, i int) string {
	e := d.Evidence[i]
	ends := endsOf(e.MediaType)
	neutral := "bijlage-" + vpt.AttachmentNumber(i) + ends[0]
	if d.Mode == vpt.IdentityNumber {
		return neutral
	}
	clean := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(e.Name.Reveal(), "_"))
	if clean = strings.Trim(clean, ". "); clean == "" {
		return neutral
	}
	if !slices.Contains(ends, strings.ToLower(path.Ext(clean))) {
		clean += ends[0]
	}
	return vpt.AttachmentNumber(i) + "-" + clean
}

// LetterName is the name of the letter of a measure among the files; empty when
// it does not go along. Under a number none does: a letter names who signed it.
func LetterName(d vpt.Dossier, b vpt.DossierBan) string {
	if !d.Files || b.LetterID == "" || d.Mode == vpt.IdentityNumber {
		return ""
	}
	return "brief-" + b.Letter + ".pdf"
}

// endsOf gives how names of files of a type may end, the usual one first.
func endsOf(mediaType string) []string {
	if ends := vpt.FileEnds(mediaType); len(ends) > 0 {
		return ends
	}
	return []string{".bin"}
}
