package document

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// fontSum is what the sum over a whole font file must come to (OpenType, table
// head, checksumAdjustment).
const fontSum = 0xB1B0AFBA

// assembled makes a font file of its tables.
func assembled(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	count := len(names)
	power := bits.Len(uint(count)) - 1
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, field := range []int{count, 16 << power, power, 16*count - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(field))
	}
	offset, head := 12+16*count, 0
	var body []byte
	for _, name := range names {
		table := tables[name]
		if name == "head" {
			head = offset
		}
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, fontChecksum(table))
		out = binary.BigEndian.AppendUint32(out, uint32(offset))
		out = binary.BigEndian.AppendUint32(out, uint32(len(table)))
		body = append(body, table...)
		body = append(body, make([]byte, -len(body)&3)...)
		offset = 12 + 16*count + len(body)
	}
	out = append(out, body...)
	binary.BigEndian.PutUint32(out[head+8:], fontSum-fontChecksum(out))
	return out
}

// fontChecksum adds the words of a table, filled up with zeros.
func fontChecksum(table []byte) uint32 {
	var sum uint32
	for len(table) >= 4 {
		sum += binary.BigEndian.Uint32(table)
		table = table[4:]
	}
	if len(table) > 0 {
		sum += binary.BigEndian.Uint32(append(slices.Clone(table), 0, 0, 0)[:4])
	}
	return sum
}
