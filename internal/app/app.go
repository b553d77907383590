// Package app is the door: every read and write of an organisation's data is
// an exported method of App that says who asks. What a method may do is
// decided in one table, what it did is written to one log, and change, log and
// jobs stand or fall in one transaction.
//
// Behind the door are rooms, one for each part of the work, nested under
// internal/app/internal with the desk that they share, SQL, policy and audit: the
// compiler refuses whoever tries to go around. Rules about one noun live in
// vpt; rules across nouns live here. Nothing here shows text to a user.
package app

import (
	"rugdekking/internal/app/internal/account"
	"rugdekking/internal/app/internal/casework"
	"rugdekking/internal/app/internal/chain"
	"rugdekking/internal/app/internal/desk"
	"rugdekking/internal/app/internal/due"
	"rugdekking/internal/app/internal/figure"
	"rugdekking/internal/app/internal/handling"
	"rugdekking/internal/app/internal/intake"
	"rugdekking/internal/app/internal/measure"
	"rugdekking/internal/app/internal/paper"
	"rugdekking/internal/app/internal/post"
	"rugdekking/internal/app/internal/register"
	"rugdekking/internal/app/internal/setup"
	"rugdekking/vpt"
)

// App is the door. Open makes one. Its methods are those of the rooms, which
// nobody outside can enter.
type App struct {
	desk *desk.Desk
	accountRoom
	caseworkRoom
	chainRoom
	dueRoom
	figureRoom
	handlingRoom
	intakeRoom
	measureRoom
	paperRoom
	postRoom
	registerRoom
	setupRoom
}

// The rooms under names of their own, so that App can have them all.
type (
	accountRoom  = account.Room
	caseworkRoom = casework.Room
	chainRoom    = chain.Room
	dueRoom      = due.Room
	figureRoom   = figure.Room
	handlingRoom = handling.Room
	intakeRoom   = intake.Room
	measureRoom  = measure.Room
	paperRoom    = paper.Room
	postRoom     = post.Room
	registerRoom = register.Room
	setupRoom    = setup.Room
)

func newApp(d *desk.Desk) *App {
	return &App{
		desk:         d,
		accountRoom:  account.In(d),
		caseworkRoom: casework.In(d),
		chainRoom:    chain.In(d),
		dueRoom:      due.In(d),
		figureRoom:   figure.In(d),
		handlingRoom: handling.In(d),
		intakeRoom:   intake.In(d),
		measureRoom:  measure.In(d),
		paperRoom:    paper.In(d),
		postRoom:     post.In(d),
		registerRoom: register.In(d),
		setupRoom:    setup.In(d),
	}
}

// ShippedCodes gives the shipped code lists that an organisation adapts, as
// AddOrganisation takes them.
func ShippedCodes() ([]vpt.CodeSet, error) { return setup.ShippedCodes() }

// ShippedProtocols gives the examples that an organisation may start from.
func ShippedProtocols() ([]vpt.ProtocolExample, error) { return measure.ShippedProtocols() }

// RejectedLines gives the rows of a table that were refused, in the order of
// the refusals.
func RejectedLines(table vpt.RegisterTable, refused []vpt.RefusedRow) []vpt.RegisterLine {
	return register.RejectedLines(table, refused)
}
