package main

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/user"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"rugdekking/internal/clock"
	"rugdekking/internal/config"
)

// program is the command line.
type program struct {
	config.Global

	Serve   serveCommand   `cmd:"" help:"Start de server."`
	Demo    demoCommand    `cmd:"" help:"Start een demonstratie met verzonnen gegevens."`
	Migrate migrateCommand `cmd:"" help:"Maak de database aan of breng haar bij."`
	Key     struct {
		New keyNewCommand `cmd:"" help:"Maak een nieuwe hoofdsleutel."`
	} `cmd:"" help:"Hoofdsleutel."`
	Backup       backupCommand  `cmd:"" help:"Maak een reservekopie, ook terwijl de server draait. De sleutel gaat niet mee."`
	Restore      restoreCommand `cmd:"" help:"Zet een reservekopie terug in een lege database."`
	Organisation struct {
		Add  organisationAddCommand  `cmd:"" help:"Voeg een organisatie toe."`
		List organisationListCommand `cmd:"" help:"Toon de organisaties."`
	} `cmd:"" help:"Organisaties."`
	User struct {
		Add  userAddCommand  `cmd:"" help:"Voeg een medewerker toe en toon de link om een wachtwoord te kiezen."`
		List userListCommand `cmd:"" help:"Toon de medewerkers van een organisatie."`
	} `cmd:"" help:"Medewerkers."`
	Token struct {
		Add tokenAddCommand `cmd:"" help:"Maak een sleutel voor een koppeling. Hij wordt één keer getoond."`
	} `cmd:"" help:"Koppelingen."`
	Import struct {
		Register importRegisterCommand `cmd:"" help:"Lees een oud register in."`
	} `cmd:"" help:"Inlezen."`
	Figures figuresCommand `cmd:"" help:"Toon de cijfers over een periode."`
	Audit   struct {
		Verify auditVerifyCommand `cmd:"" help:"Controleer of het logboek compleet en ongewijzigd is."`
	} `cmd:"" help:"Logboek."`
	Doctor doctorCommand `cmd:"" help:"Zeg wat er mis is met de instellingen, de sleutel of de database."`
}

// environment is what a command works with besides its settings.
type environment struct {
	stdio
	getenv func(string) string
	clock  clock.Clock
	log    *slog.Logger
	user   string // of the operating system; commands are logged under it
}

// run reads the command line and does the command. Settings come from flags,
// the environment that getenv gives, and the config file.
func run(ctx context.Context, args []string, getenv func(string) string, std stdio) error {
	var p program
	helped := false
	options := append(config.Options(getenv, os.ReadFile),
		kong.Name("rugdekking"), kong.Description("Registratie en afhandeling van agressie tegen medewerkers."),
		kong.Writers(std.out, std.err), kong.Exit(func(int) { helped = true }), kong.Help(dutchHelp),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
	)
	parser, err := kong.New(&p, options...)
	if err != nil {
		return fmt.Errorf("command line: %w", err)
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	parsed, err := parser.Parse(args)
	if helped {
		return nil
	}
	if err != nil {
		return unusable(err)
	}
	e := &environment{stdio: std, getenv: getenv, clock: clock.System(), log: newLog(p.Global, std), user: systemUser()}
	parsed.BindTo(ctx, (*context.Context)(nil))
	return parsed.Run(e)
}

// newLog writes to standard error: the output belongs to results.
func newLog(g config.Global, std stdio) *slog.Logger {
	settings := &slog.HandlerOptions{Level: g.Level()}
	if g.LogFormat == "text" {
		return slog.New(slog.NewTextHandler(std.err, settings))
	}
	return slog.New(slog.NewJSONHandler(std.err, settings))
}

// systemUser names who gives the command, for the audit log.
func systemUser() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "uid-" + strconv.Itoa(os.Getuid())
}

// dutchHelp is kong's help with its own few words in Dutch.
func dutchHelp(options kong.HelpOptions, ctx *kong.Context) error {
	out := ctx.Stdout
	var text bytes.Buffer
	ctx.Stdout = &text
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(out, dutchWords(text.String()))
	return err
}

// dutchWords puts kong's own words in Dutch.
func dutchWords(text string) string {
	return strings.NewReplacer(
		"Usage: ", "Gebruik: ", "Arguments:", "Argumenten:", "Flags:", "Opties:", "Commands:", "Opdrachten:",
		"<command>", "<opdracht>", "[flags]", "[opties]",
		`Run "`, `Met "`, `" for more information on a command.`, `" zie je meer over een opdracht.`,
		`" for more information.`, `" zie je meer.`, "Show context-sensitive help.", "Toon deze uitleg.",
		"missing flags: ", "dit ontbreekt: ", "unknown flag ", "onbekende optie ", "unexpected argument ", "onbekend woord ",
		"expected one of ", "kies een van ", "expected ", "dit ontbreekt: ", "did you mean one of", "bedoel je een van", "did you mean", "bedoel je",
		"missing positional arguments ", "dit ontbreekt: ", " must be one of ", " is een van ", " but got ", " en niet ",
	).Replace(text)
}
