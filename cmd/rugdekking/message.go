package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/alecthomas/kong"

	"rugdekking/internal/app"
	"rugdekking/internal/config"
	"rugdekking/internal/nl"
	"rugdekking/internal/web/static"
	"rugdekking/vpt"
)

// The statuses with which a command ends.
const (
	statusOK       = 0
	statusFailed   = 1
	statusUnusable = 2 // the question or the file was no use; nothing was done
)

// statusError ends a command with a status of its own. A nil cause says that
// everything has been told already.
type statusError struct {
	status int
	cause  error
}

func (e *statusError) Error() string {
	if e.cause == nil {
		return fmt.Sprintf("status %d", e.status)
	}
	return e.cause.Error()
}

func (e *statusError) Unwrap() error { return e.cause }

// unusable marks an error of the question itself.
func unusable(err error) error { return &statusError{statusUnusable, err} }

// told ends a command that has said what is wrong.
func told(status int) error { return &statusError{status: status} }

// report tells on w what went wrong and gives the status to end with.
func report(w io.Writer, err error) int {
	if err == nil {
		return statusOK
	}
	status := statusFailed
	var own *statusError
	if errors.As(err, &own) {
		status = own.status
		if own.cause == nil {
			return status
		}
	}
	fmt.Fprintln(w, "rugdekking: "+explain(err))
	return status
}

// explain says in Dutch what went wrong. An operator also gets the cause that
// is not known by a code, because nobody else can mend it.
func explain(err error) string {
	var settings config.Problems
	var refusal *vpt.Error
	var parse *kong.ParseError
	switch {
	case errors.As(err, &settings):
		return settingsText(settings)
	case errors.Is(err, app.ErrKey):
		return "Deze hoofdsleutel hoort niet bij deze database. Kijk --key-file na."
	case errors.Is(err, app.ErrNotMigrated):
		return "Deze database is nog niet aangemaakt of bijgebracht. Voer eerst \"rugdekking migrate\" uit."
	case errors.Is(err, app.ErrDemo):
		return "Demonstratie en echte gegevens staan nooit in één database. Kies een andere database of map."
	case errors.Is(err, static.ErrNotBuilt):
		return "Dit programma is gebouwd zonder opmaak en scripts. Bouw het opnieuw met \"make ui build\"."
	case errors.As(err, &refusal):
		return refusalText(refusal)
	case errors.As(err, &parse):
		return dutchWords(parse.Error())
	case errors.Is(err, fs.ErrNotExist):
		return "Dit bestand is er niet: " + err.Error()
	case errors.Is(err, fs.ErrPermission):
		return "Dit bestand mag niet gelezen of geschreven worden: " + err.Error()
	}
	return err.Error()
}

func refusalText(e *vpt.Error) string {
	texts := nl.New("nl")
	if len(e.Fields) == 0 {
		return texts.Error(e.Code)
	}
	var lines []string
	for _, f := range e.Fields {
		lines = append(lines, f.Path+": "+texts.Field(f.Path, f.Code))
	}
	return strings.Join(lines, "\n")
}

func settingsText(problems config.Problems) string {
	var lines []string
	for _, p := range problems {
		line := settingText(p.Code)
		if p.Setting != "" {
			line = "--" + p.Setting + ": " + line
		}
		if p.Line > 0 {
			line = fmt.Sprintf("regel %d van het bestand met instellingen: %s", p.Line, line)
		}
		if p.Cause != nil {
			line += " (" + p.Cause.Error() + ")"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func settingText(code string) string {
	texts := map[string]string{
		config.CodeRequired:    "dit is verplicht.",
		config.CodeMalformed:   "dit heeft niet de goede vorm. Met --help zie je een voorbeeld.",
		config.CodeTogether:    "dit past niet bij de andere instellingen, of er ontbreekt er een die erbij hoort.",
		config.CodeLoopback:    "zonder TLS alleen op deze computer, zoals 127.0.0.1:8080. Gebruik anders --tls-cert en --tls-key, of --behind-proxy.",
		config.CodeHTTPS:       "dit moet met https:// beginnen.",
		config.CodeTwice:       "dit is dubbel opgegeven.",
		config.CodeUnknown:     "deze instelling bestaat niet.",
		config.CodeUnreadable:  "dit bestand is niet te lezen.",
		config.CodeEmptyFile:   "dit bestand is leeg.",
		config.CodeFileTooLong: "dit bestand is te groot.",
		config.CodeTooSlow:     fmt.Sprintf("dit mag hoogstens %s zijn, anders wordt een mail halverwege afgebroken.", config.MaxSMTPTimeout),
	}
	if text, ok := texts[code]; ok {
		return text
	}
	return code
}
