package vpt

import (
	"reflect"
	"strings"
	"testing"
)

// Nothing can be done on paper, also not what is added later.
func TestOnPaper_NothingCanBeDone(t *testing.T) {
	var v CaseView
	fields := reflect.ValueOf(&v).Elem()
	for i := range fields.NumField() {
		if strings.HasPrefix(fields.Type().Field(i).Name, "May") {
			fields.Field(i).SetBool(true)
		}
	}
	paper := reflect.ValueOf(v.OnPaper())
	for i := range paper.NumField() {
		if name := paper.Type().Field(i).Name; strings.HasPrefix(name, "May") && paper.Field(i).Bool() {
			t.Errorf("on paper: %s", name)
		}
	}
}
