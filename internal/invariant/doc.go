// Package invariant holds the house rules as tests: which package may import
// which, who may reveal personal text, how long a file may be, what may not
// stand in any file.
//
// It exists because a rule that only stands in a document is broken by the
// third person who has not read it. It has no code of its own and must never
// be imported. A rule is changed here only together with docs/architecture.md
// or by a page in docs/decisions.
package invariant
