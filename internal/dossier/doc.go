// Package dossier writes what a case gives out on paper: the file for the
// police, the sheet that says who is who in it, and the sheet with which a team
// talks a case over.
//
// It exists so that one set of rules decides what such a paper says, and, above
// all, whom it does not name: the suspect gets to read the file of the police.
//
// It must never read or write files, the network or the clock, and it must
// never add what is not in the view it is given. The same view gives the same
// document, always. Where people go by a number, every text of a person passes
// the replacer; what the organisation itself wrote down, such as its address
// and its house rules, and what identifies the instigator, does not.
package dossier
