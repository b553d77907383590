package mail

import (
	"html/template"
	"strings"
)

// plainText is the body that every mail program shows.
func (m Message) plainText() string {
	var parts []string
	if !m.Salutation.IsZero() {
		parts = append(parts, m.Salutation.Reveal())
	}
	parts = append(parts, m.Text...)
	if m.Link != "" {
		parts = append(parts, m.Link)
	}
	parts = append(parts, m.Closing...)
	return strings.Join(parts, "\n\n") + "\n"
}

// htmlBody is the same for programs that show HTML: one column of paragraphs,
// language and title set, no image, style, table or request to anywhere.
func (m Message) htmlBody() (string, error) {
	page, err := template.New("mail").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head><meta charset="utf-8"><title>{{.Subject}}</title></head>
<body>
{{with .Salutation}}<p>{{.}}</p>
{{end}}{{range .Text}}<p>{{.}}</p>
{{end}}{{with .Link}}<p><a href="{{.}}">{{$.LinkText}}</a></p>
{{end}}{{range .Closing}}<p>{{.}}</p>
{{end}}</body>
</html>
`)
	if err != nil {
		return "", err
	}
	name := m.LinkText
	if name == "" {
		name = m.Link
	}
	var b strings.Builder
	err = page.Execute(&b, struct {
		Lang, Subject, Salutation, Link, LinkText string
		Text, Closing                             []string
	}{m.Lang, m.Subject, m.Salutation.Reveal(), m.Link, name, m.Text, m.Closing})
	return b.String(), err
}
