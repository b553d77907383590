package document_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A small reader of PDF files, by the standard and not by our writer, so that
// the writer is held against something.

type (
	pdfName   string
	pdfObject int // a reference
	pdfDict   map[string]any
	pdfString string
	pdfOp     string // a bare word: an operator, true, null
)

var errPDF = errors.New("not a PDF of the kind that this reader knows")

// lexer reads values one after the other.
type lexer struct {
	data []byte
	at   int
}

func blankByte(b byte) bool { return strings.IndexByte(" \n\r\t\f\x00", b) >= 0 }

func (l *lexer) peek() byte {
	for l.at < len(l.data) && blankByte(l.data[l.at]) {
		l.at++
	}
	if l.at >= len(l.data) {
		return 0
	}
	return l.data[l.at]
}

// word reads up to a delimiter.
func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.data) && !blankByte(l.data[l.at]) && strings.IndexByte("()<>[]/", l.data[l.at]) < 0 {
		l.at++
	}
	return string(l.data[start:l.at])
}

// value reads one value; references are seen as such.
func (l *lexer) value() any {
	switch c := l.peek(); {
	case c == 0:
		return nil
	case c == '/':
		l.at++
		return pdfName(l.word())
	case c == '(':
		return l.literal()
	case c == '[':
		l.at++
		list := []any{}
		for l.peek() != ']' && l.peek() != 0 {
			list = append(list, l.value())
		}
		l.at++
		return list
	case bytes.HasPrefix(l.data[l.at:], []byte("<<")):
		return l.dict()
	case c == '<':
		end := bytes.IndexByte(l.data[l.at:], '>')
		raw, err := hex.DecodeString(string(l.data[l.at+1 : l.at+end]))
		if err != nil {
			return nil
		}
		l.at += end + 1
		return pdfString(raw)
	}
	return l.number()
}

func (l *lexer) dict() pdfDict {
	l.at += 2
	d := pdfDict{}
	for l.peek() == '/' {
		l.at++
		key := l.word()
		if _, twice := d[key]; twice {
			d["twice "+key] = true
		}
		d[key] = l.value()
	}
	l.at += 2
	return d
}

func (l *lexer) literal() pdfString {
	var out []byte
	for l.at++; l.at < len(l.data) && l.data[l.at] != ')'; l.at++ {
		if l.data[l.at] == '\\' {
			l.at++
		}
		out = append(out, l.data[l.at])
	}
	l.at++
	return pdfString(out)
}

func (l *lexer) number() any {
	word := l.word()
	if word == "" {
		l.at++
		return nil
	}
	number, err := strconv.ParseFloat(word, 64)
	if err != nil {
		return pdfOp(word)
	}
	mark := l.at
	if l.peek() >= '0' && l.peek() <= '9' {
		l.word()
		if l.peek() == 'R' && l.word() == "R" {
			return pdfObject(number)
		}
	}
	l.at = mark
	return number
}

// pdfTree is a file that has been read.
type pdfTree struct {
	data    []byte
	objects map[pdfObject]any
	streams map[pdfObject][]byte
	trailer pdfDict
}

func readPDF(data []byte) (*pdfTree, error) {
	t := &pdfTree{data: data, objects: map[pdfObject]any{}, streams: map[pdfObject][]byte{}}
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 || !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) {
		return nil, errPDF
	}
	start := (&lexer{data: data, at: at + 10}).value().(float64)
	dict, table, err := t.stream(int(start))
	if err != nil {
		return nil, err
	}
	t.trailer = dict
	size := int(dict["Size"].(float64))
	if len(table) != 7*size {
		return nil, fmt.Errorf("%d entries for %d objects: %w", len(table)/7, size, errPDF)
	}
	holders := map[int]bool{}
	for i := 1; i < size; i++ {
		entry := table[7*i:]
		offset := int(binary.BigEndian.Uint32(entry[1:]))
		if entry[0] == 2 {
			holders[offset] = true
			continue
		}
		if want := fmt.Sprintf("%d 0 obj\n", i); !bytes.HasPrefix(data[offset:], []byte(want)) {
			return nil, fmt.Errorf("object %d is not where it should be: %w", i, errPDF)
		}
		if t.objects[pdfObject(i)], t.streams[pdfObject(i)], err = t.stream(offset); err != nil {
			return nil, err
		}
	}
	for holder := range holders {
		t.unpack(pdfObject(holder))
	}
	return t, nil
}

// stream reads the dictionary and the content of the stream at an offset.
func (t *pdfTree) stream(offset int) (pdfDict, []byte, error) {
	l := &lexer{data: t.data, at: offset}
	l.value()
	l.value()
	l.value()
	dict, ok := l.value().(pdfDict)
	if !ok || l.value() != pdfOp("stream") {
		return nil, nil, fmt.Errorf("no stream at %d: %w", offset, errPDF)
	}
	length := int(dict["Length"].(float64))
	raw := t.data[l.at+1 : l.at+1+length]
	if !bytes.HasPrefix(t.data[l.at+1+length:], []byte("\nendstream")) {
		return nil, nil, fmt.Errorf("length of the stream at %d: %w", offset, errPDF)
	}
	if dict["Filter"] != pdfName("FlateDecode") {
		return dict, raw, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, nil, err
	}
	content, err := io.ReadAll(z)
	return dict, content, err
}

// unpack reads the objects in an object stream.
func (t *pdfTree) unpack(holder pdfObject) {
	dict, content := t.objects[holder].(pdfDict), t.streams[holder]
	heads := &lexer{data: content}
	for range int(dict["N"].(float64)) {
		number, offset := heads.value().(float64), heads.value().(float64)
		t.objects[pdfObject(number)] = (&lexer{data: content, at: int(dict["First"].(float64) + offset)}).value()
	}
}

// look follows a reference.
func (t *pdfTree) look(value any) any {
	if ref, ok := value.(pdfObject); ok {
		return t.objects[ref]
	}
	return value
}

// dictOf and listOf follow a reference; what is none gives nothing.
func (t *pdfTree) dictOf(value any) pdfDict { d, _ := t.look(value).(pdfDict); return d }
func (t *pdfTree) listOf(value any) []any   { l, _ := t.look(value).([]any); return l }
