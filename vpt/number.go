package vpt

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// looseNumber is a number of a report or a case as people type it: in small
// letters, without hyphens or without the noughts in front.
var looseNumber = regexp.MustCompile(`^([MZ])[- ]?(\d{4})[- ]?0*(\d{1,9})$`)

// TidyNumber gives a number as it was handed out, Z-2026-00012 for "z 2026-12".
// What does not look like one comes back as it is, without the space around it.
func TidyNumber(typed string) string {
	typed = strings.TrimSpace(typed)
	part := looseNumber.FindStringSubmatch(strings.ToUpper(typed))
	if part == nil {
		return typed
	}
	n, err := strconv.Atoi(part[3])
	if err != nil {
		return typed
	}
	return fmt.Sprintf("%s-%s-%05d", part[1], part[2], n)
}
