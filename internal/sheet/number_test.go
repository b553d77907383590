package sheet

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestRoundHalfUp(t *testing.T) {
	for _, tt := range []struct {
		value  float64
		digits int
		want   string
	}{
		{0, 0, "0"}, {0.5, 0, "1"}, {2.5, 0, "3"}, {-2.5, 0, "-3"}, {-0.4, 0, "0"}, {0.285, 2, "0.29"}, {1.005, 2, "1.01"},
		{44.949, 1, "44.9"}, {44.95, 1, "45.0"}, {99.95, 1, "100.0"}, {9.99, 1, "10.0"}, {1e21, 1, "1000000000000000000000.0"},
		{1e-9, 2, "0.00"}, {-0.001, 2, "0.00"}, {12, 3, "12.000"}, {float64(178) / 396 * 100, 1, "44.9"},
	} {
		if got := roundHalfUp(tt.value, tt.digits); got != tt.want {
			t.Errorf("%v to %d: got %s, want %s", tt.value, tt.digits, got, tt.want)
		}
	}
}

func TestRatio(t *testing.T) {
	for _, tt := range []struct {
		perCent float64
		digits  int
		want    string
	}{{44.9, 1, "0.449"}, {0.5, 1, "0.005"}, {100, 0, "1.00"}, {7, 0, "0.07"}, {-12.34, 2, "-0.1234"}, {1234.5, 1, "12.345"}} {
		if got := PercentageCell(tt.perCent, tt.digits).ratio(); got != tt.want {
			t.Errorf("%v: got %s, want %s", tt.perCent, got, tt.want)
		}
	}
}

func TestCells(t *testing.T) {
	for _, empty := range []Cell{EmptyCell(), TextCell(""), DecimalCell(math.NaN(), 1), DecimalCell(math.Inf(1), 1), PercentageCell(math.Inf(-1), 1)} {
		if empty.filled || empty.text != "" {
			t.Errorf("%+v is not empty", empty)
		}
	}
	if got := TextCell("a\r\nb\rc\x00\x1f\uFFFE\td\xff").text; got != "a\nb\nc\uFFFD\uFFFD\uFFFD\td\uFFFD" {
		t.Errorf("got %q", got)
	}
	if got := DecimalCell(1.5, 99); len(got.text) != 2+12 {
		t.Errorf("got %q", got.text)
	}
	if got := DecimalCell(1.5, -1); got.text != "2" {
		t.Errorf("got %q", got.text)
	}
}

// Every day from 1901 on has the same date after a trip through its serial.
func TestSerials(t *testing.T) {
	for d := time.Date(firstXLSXDateYear, 1, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2500; d = d.AddDate(0, 0, 1) {
		if got := serialMoment(float64(serialOf(d)), epoch1900); !got.Equal(d) {
			t.Fatalf("%v became %v", d, got)
		}
	}
	if got := serialOf(time.Date(2014, 7, 1, 0, 0, 0, 0, time.UTC)); got != 41821 {
		t.Errorf("got %d", got)
	}
}

func TestNames(t *testing.T) {
	long := strings.Repeat("é", 40)
	in := []Sheet{{Name: "Soorten"}, {Name: "SOORTEN"}, {Name: "a/b:c*[d]?\\e"}, {Name: "'x'"}, {Name: ""}, {Name: " \n "},
		{Name: long}, {Name: long}, {Name: "History"}, {Name: strings.Repeat("x", 29) + " '" + "y"}, {Name: strings.Repeat("\U0001F600", 20)}}
	want := []string{"Soorten", "SOORTEN (2)", "a b c d e", "x", "Blad 5", "Blad 6",
		strings.Repeat("é", 31), strings.Repeat("é", 27) + " (2)", "History (2)", strings.Repeat("x", 29), strings.Repeat("\U0001F600", 15)}
	if got := names(in); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
