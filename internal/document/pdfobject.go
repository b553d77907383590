package document

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// pdfRef is the number of an object in a PDF file; 0 is none.
type pdfRef int

func (r pdfRef) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// pdfFile collects the objects of a PDF file (ISO 32000-1 §7.5). Objects that
// are no streams are packed together (§7.5.7): the tags of a long table are
// many small objects that are much alike.
type pdfFile struct {
	bodies []string
	stream []bool
}

// packed is how many objects go into one object stream.
const packed = 200

// reserve gives a number to refer to before the object is made.
func (f *pdfFile) reserve() pdfRef {
	f.bodies, f.stream = append(f.bodies, "null"), append(f.stream, false)
	return pdfRef(len(f.bodies))
}

func (f *pdfFile) set(ref pdfRef, body string) { f.bodies[ref-1] = body }

func (f *pdfFile) add(body string) pdfRef {
	ref := f.reserve()
	f.set(ref, body)
	return ref
}

// addStream adds a stream with the entries of its dictionary as they are.
func (f *pdfFile) addStream(entries string, data []byte) pdfRef {
	ref := f.reserve()
	f.stream[ref-1] = true
	f.set(ref, fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", entries, len(data), data))
	return ref
}

// addFlate adds a stream that is compressed here.
func (f *pdfFile) addFlate(entries string, data []byte) pdfRef {
	return f.addStream(entries+" /Filter /FlateDecode", deflated(data))
}

func deflated(data []byte) []byte {
	var out bytes.Buffer
	z, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // the level is one that exists
	_, _ = z.Write(data)                                    // a buffer cannot fail
	_ = z.Close()
	return out.Bytes()
}

// bytes gives the file. Its identifier is a digest of what stands before it,
// so that the same document gives the same bytes.
func (f *pdfFile) bytes(root, info pdfRef) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	entries := f.pack()
	for i := range f.bodies {
		if f.stream[i] {
			entries[i] = xrefEntry{1, out.Len(), 0}
			fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, f.bodies[i])
		}
	}
	digest := sha256.Sum256(out.Bytes())
	start, size := out.Len(), len(f.bodies)+2 // and object 0 and the table itself
	table := binary.BigEndian.AppendUint16([]byte{0, 0, 0, 0, 0}, math.MaxUint16)
	for _, entry := range append(entries, xrefEntry{1, start, 0}) {
		table = append(table, entry.kind)
		table = binary.BigEndian.AppendUint32(table, uint32(entry.at))
		table = binary.BigEndian.AppendUint16(table, uint16(entry.index))
	}
	table = deflated(table)
	fmt.Fprintf(&out, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] /Root %s /Info %s /ID [<%X> <%X>] /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n",
		size-1, size, root, info, digest[:16], digest[:16], len(table), table)
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

// xrefEntry says where an object stands: kind 1 at a byte of the file, kind 2
// in an object stream (ISO 32000-1 §7.5.8.3).
type xrefEntry struct {
	kind  byte
	at    int
	index int
}

// pack puts the objects that are no streams into object streams, and gives
// the entries of all objects; those of streams are still empty.
func (f *pdfFile) pack() []xrefEntry {
	entries := make([]xrefEntry, len(f.bodies))
	var numbers, bodies strings.Builder
	inside := 0
	flush := func() {
		if inside == 0 {
			return
		}
		f.addFlate(fmt.Sprintf("/Type /ObjStm /N %d /First %d", inside, numbers.Len()), []byte(numbers.String()+bodies.String()))
		entries = append(entries, xrefEntry{})
		numbers.Reset()
		bodies.Reset()
		inside = 0
	}
	holder := len(f.bodies) + 1
	for i := range len(f.bodies) {
		if f.stream[i] {
			continue
		}
		entries[i] = xrefEntry{2, holder, inside}
		fmt.Fprintf(&numbers, "%d %d ", i+1, bodies.Len())
		bodies.WriteString(f.bodies[i] + "\n")
		if inside++; inside == packed {
			flush()
			holder = len(f.bodies) + 1
		}
	}
	flush()
	return entries
}

// pdfText writes a text string (ISO 32000-1 §7.9.2.2).
func pdfText(s string) string {
	for _, r := range s {
		if r < ' ' || r > '~' {
			return "<FEFF" + utf16Hex(s) + ">"
		}
	}
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}

func utf16Hex(s string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String()
}

// pdfNumber writes a length in points; a hundredth is far below what can be
// seen.
func pdfNumber(points float64) string {
	return strconv.FormatFloat(math.Round(points*100)/100, 'f', -1, 64)
}

// pdfNumbers writes lengths with spaces between.
func pdfNumbers(points ...float64) string {
	out := make([]string, len(points))
	for i, one := range points {
		out[i] = pdfNumber(one)
	}
	return strings.Join(out, " ")
}
