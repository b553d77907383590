package sheet

import (
	"encoding/xml"
	"path"
	"strings"
	"time"
)

// workbook is what must be known before the cells of an XLSX file can be read.
type workbook struct {
	archive *archive
	limits  Limits
	strings []string     // shared strings, by index
	styles  []valueStyle // by index of the cell format
	epoch   time.Time    // day 0 of the date serials
}

// worksheet is a sheet as the workbook names it.
type worksheet struct{ name, part string }

// readXLSX reads an Office Open XML workbook (ECMA-376). It is read here and
// not by the library that writes it, because that gives neither the type nor
// the style of a cell without building the whole sheet in memory (one cell in
// the last column of each row then takes megabytes per row), and it takes a
// sheet that breaks off for a shorter sheet.
func readXLSX(a *archive, limits Limits) (Table, error) {
	main, err := a.mainPart()
	if err != nil {
		return Table{}, err
	}
	links, err := a.relationships(main)
	if err != nil {
		return Table{}, err
	}
	book := &workbook{archive: a, limits: limits}
	sheets, err := book.readMain(main, links)
	if err != nil {
		return Table{}, err
	}
	if err := book.readShared(links); err != nil {
		return Table{}, err
	}
	for _, sheet := range sheets {
		into := &collector{limits: limits}
		if err := book.readSheet(sheet.part, into); err != nil {
			return Table{}, err
		}
		if into.header != nil {
			return into.into(Table{Format: FormatXLSX, Sheet: sheet.name})
		}
	}
	return Table{}, fail(CodeEmpty)
}

// readMain reads the workbook part: its visible sheets in order, and the day
// on which its dates count. A hidden sheet is not read: the person who sends
// the file has not seen it.
func (b *workbook) readMain(part string, links []relationship) ([]worksheet, error) {
	b.epoch = epoch1900
	var sheets []worksheet
	err := b.archive.eachTop(part, func(x *xmlReader, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			if on := attribute(e, "date1904"); on == "1" || on == "true" {
				b.epoch = epoch1904
			}
		case "sheets":
			return x.eachChild(func(e xml.StartElement) error {
				link := linkByID(links, linkAttribute(e))
				if attribute(e, "state") == "" || attribute(e, "state") == "visible" {
					if link.kind == "worksheet" { // no chart or dialog
						sheets = append(sheets, worksheet{attribute(e, "name"), link.target})
					}
				}
				return x.skip()
			})
		}
		return x.skip()
	})
	return sheets, err
}

// readShared reads the parts that all sheets share. Both are optional.
func (b *workbook) readShared(links []relationship) error {
	for _, link := range links {
		var err error
		switch {
		case !b.archive.has(link.target):
		case link.kind == "sharedStrings":
			err = b.readStrings(link.target)
		case link.kind == "styles":
			err = b.readStyles(link.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// relationship is a link from one part to another (ECMA-376 part 2, §9.3).
type relationship struct{ id, kind, target string }

// relationshipsPart is where the links of a part are written.
func relationshipsPart(of string) string {
	return path.Join(path.Dir(of), "_rels", path.Base("/"+of)+".rels")
}

// mainPart finds the workbook; its place is a convention, not a rule.
func (a *archive) mainPart() (string, error) {
	links, err := a.relationships("")
	if err != nil {
		return "", err
	}
	for _, link := range links {
		if link.kind == "officeDocument" && a.has(link.target) {
			return link.target, nil
		}
	}
	return "", fail(CodeBroken)
}

func (a *archive) relationships(of string) ([]relationship, error) {
	var links []relationship
	err := a.eachTop(relationshipsPart(of), func(x *xmlReader, e xml.StartElement) error {
		if len(links) >= mostParts {
			return fail(CodeTooLarge)
		}
		target := strings.ReplaceAll(attribute(e, "Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", path.Dir("/"+of), target)
		}
		// Types of "transitional" and "strict" files end on the same word.
		links = append(links, relationship{attribute(e, "Id"), path.Base(attribute(e, "Type")), target[1:]})
		return x.skip()
	})
	return links, err
}

func linkByID(links []relationship, id string) relationship {
	for _, link := range links {
		if link.id == id {
			return link
		}
	}
	return relationship{}
}

// linkAttribute gives r:id, the only attribute "id" with a namespace.
func linkAttribute(start xml.StartElement) string {
	for _, a := range start.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}
