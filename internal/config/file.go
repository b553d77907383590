package config

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// maxFile bounds the config file and the files of secrets, in bytes.
const maxFile = 64 << 10

// line is one setting of a config file.
type line struct {
	name, value string
	number      int
}

// parseFile reads lines "naam = waarde". Blank lines and lines that begin with
// # are skipped; double quotes around a value keep its outer spaces. A name may
// come again: that is for settings that are lists.
func parseFile(data []byte) ([]line, error) {
	if len(data) > maxFile {
		return nil, Problems{{Setting: "config", Code: CodeFileTooLong}}
	}
	var lines []line
	var p Problems
	number := 0
	for raw := range bytes.Lines(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))) {
		number++
		text := strings.TrimSpace(string(raw))
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		name, value, found := strings.Cut(text, "=")
		name = strings.TrimSpace(name)
		if !found || !validName(name) || !utf8.ValidString(value) || strings.ContainsRune(value, 0) {
			p = append(p, Problem{Code: CodeMalformed, Line: number})
			continue
		}
		lines = append(lines, line{name: name, value: unquote(strings.TrimSpace(value)), number: number})
	}
	return lines, p.err()
}

func validName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && name[0] != '-'
}

func unquote(value string) string {
	if len(value) >= 2 && value[0] == '"' && value[len(value)-1] == '"' {
		return value[1 : len(value)-1]
	}
	return value
}
