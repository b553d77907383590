package vpt

import (
	"fmt"
	"log/slog"
	"strconv"
	"time"
)

// RegisterTable is an old register as it was read from a file: one header and
// the rows under it, nothing of it understood yet. Cells may hold anything,
// names too, so that the table does not print its rows.
type RegisterTable struct {
	Format    string // csv, xlsx, ods
	Encoding  string // csv only
	Separator string // csv only
	Misnamed  bool   // the name promises another format
	SHA256    string // of the file, in hexadecimal
	Header    []string
	Rows      []RegisterLine
}

// RegisterLine is one row. Line is where it stands, as a person counts.
type RegisterLine struct {
	Line  int
	Cells []string
}

// Cell gives the cell in a column, empty when the row is shorter.
func (l RegisterLine) Cell(i int) string {
	if i < 0 || i >= len(l.Cells) {
		return ""
	}
	return l.Cells[i]
}

// String gives where the row stands and nothing of what it holds.
func (l RegisterLine) String() string { return "rij " + strconv.Itoa(l.Line) }

// Format prints as String does, for every verb.
func (l RegisterLine) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(l.String())) }

// LogValue prints as String does in log/slog.
func (l RegisterLine) LogValue() slog.Value { return slog.StringValue(l.String()) }

// RegisterState is how far an import is.
type RegisterState string

// The states of an import: a file that waits for a decision, one that is being
// taken in, one that is done.
const (
	RegisterWaits RegisterState = "wacht"
	RegisterBusy  RegisterState = "bezig"
	RegisterDone  RegisterState = "klaar"
)

// RegisterStates gives all states of an import.
func RegisterStates() []RegisterState {
	return []RegisterState{RegisterWaits, RegisterBusy, RegisterDone}
}

// UploadRegister is the input for keeping a file until it is confirmed.
type UploadRegister struct {
	Name  Private
	Table RegisterTable
	Once  Once
}

// MapRegister is the input for telling what headers and words of a kept file
// mean.
type MapRegister struct {
	Import  ImportID
	Mapping RegisterMapping
	Once    Once
}

// ConfirmRegister is the input for taking a kept file in.
type ConfirmRegister struct {
	Import ImportID
	Once   Once
}

// RegisterImport is an import as the administrator sees it.
type RegisterImport struct {
	ID       ImportID
	Name     Private
	State    RegisterState
	At       time.Time
	Rows     int
	Progress int // rows done, while State is busy
	Added    int
	Known    int
	Refused  int
}

// RegisterView is one import with what was understood.
type RegisterView struct {
	RegisterImport
	Outcome RegisterOutcome
	Mapping RegisterMapping
	Kept    bool // the file is still kept, so the refused rows can be had
	Choices map[RegisterColumn][]RegisterChoice
	Zone    *time.Location
}

// RegisterChoice is what an unknown word may be said to mean.
type RegisterChoice struct{ Code, Label string }
