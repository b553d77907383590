// Package letter turns the template of a letter and what is known of a case
// into a document: it reads templates, knows which blocks a letter may not do
// without and why, and fills the blanks.
//
// It exists because a letter to a citizen is the object that courts and
// ombudsmen look at: a ban without reasons, an end or a way to complain must
// not be possible to make, also not with an organisation's own template.
//
// It must never decide anything about a person, never read a file, a clock or
// a database, never log, and never give a letter with holes: what is missing is
// named instead. Values are text in and spans out: no value is ever read as
// markup or as a placeholder.
package letter
