// Package nl holds what users read, in Dutch and in English: messages by error
// code, labels of enums, dates, numbers and plurals, and it reads dates and
// times the way people type them.
//
// It exists so that the rest of the program speaks in codes and values, and so
// that a text can be improved without touching a rule. It must never decide
// anything: not who may see a text, not whether a value is allowed, not what
// happens next. It has no clock and no time zone of its own; whoever calls it
// brings both.
//
// A language is "nl" or "en"; anything else is treated as Dutch.
package nl
