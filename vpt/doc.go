// Package vpt is the vocabulary of Rugdekking: the nouns, enums, rules, input
// structs and errors of registering and handling aggression against people
// with a public task (Veilige Publieke Taak).
//
// It exists so that every other package means the same thing by the same word.
// It imports the standard library only, performs no input or output, and holds
// no text a user reads: codes travel from here, texts live in internal/nl.
package vpt
