package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"
)

// maxDepth is deeper than anything that is asked here.
const maxDepth = 16

var errDepth = errors.New("api: too deep")

// checkBody gives all that is wrong with the form of a body: no JSON, fields
// that are there twice, unknown ones, and what does not fit the schema.
func (a *API) checkBody(op operation, body []byte) []finding {
	p := parser{decoder: json.NewDecoder(bytes.NewReader(body))}
	value, err := p.value("", 0)
	if err == nil {
		if _, rest := p.decoder.Token(); rest != io.EOF {
			err = errors.New("api: more than one value")
		}
	}
	if err != nil || !utf8.Valid(body) {
		return []finding{{inBody, "", "geen-json"}}
	}
	schema := a.schemas.Schema(op.body, false, "")
	findings := append(p.findings, a.strip(schema, value, "")...)
	return append(findings, a.validate(schema, value, "")...)
}

// parser reads JSON and notes names that come twice: readers differ about
// which of the two counts, and that has been used to slip things past checks.
type parser struct {
	decoder  *json.Decoder
	findings []finding
}

func (p *parser) value(pointer string, depth int) (any, error) {
	if depth > maxDepth {
		return nil, errDepth
	}
	token, err := p.decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		return p.object(pointer, depth)
	case json.Delim('['):
		list := []any{}
		for p.decoder.More() {
			one, err := p.value(pointer+"/"+strconv.Itoa(len(list)), depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, one)
		}
		_, err = p.decoder.Token()
		return list, err
	}
	return token, nil
}

func (p *parser) object(pointer string, depth int) (any, error) {
	fields := map[string]any{}
	for p.decoder.More() {
		token, err := p.decoder.Token()
		if err != nil {
			return nil, err
		}
		name, ok := token.(string)
		if !ok {
			return nil, errors.New("api: no name")
		}
		if _, twice := fields[name]; twice {
			p.findings = append(p.findings, finding{inBody, child(pointer, name), "dubbel-veld"})
		}
		if fields[name], err = p.value(child(pointer, name), depth+1); err != nil {
			return nil, err
		}
	}
	_, err := p.decoder.Token()
	return fields, err
}

// strip takes out, and gives, what huma would let pass: names in other capitals
// and null where the description has no null.
func (a *API) strip(s *huma.Schema, value any, pointer string) []finding {
	for s.Ref != "" {
		s = a.schemas.SchemaFromRef(s.Ref)
	}
	var findings []finding
	switch v := value.(type) {
	case map[string]any:
		if s.Type != huma.TypeObject {
			return nil
		}
		for name, one := range v {
			property, known := s.Properties[name]
			switch {
			case !known:
				findings = append(findings, finding{inBody, child(pointer, name), "onbekend-veld"})
				delete(v, name)
			case one == nil:
				findings = append(findings, finding{inBody, pointer + "/" + name, "verkeerd-type"})
				delete(v, name)
			default:
				findings = append(findings, a.strip(property, one, pointer+"/"+name)...)
			}
		}
	case []any:
		if s.Type != huma.TypeArray {
			return nil
		}
		for i, one := range v {
			findings = append(findings, a.strip(s.Items, one, pointer+"/"+strconv.Itoa(i))...)
		}
	}
	return findings
}

// validate holds a value against a schema, and turns what huma says of it into
// places and codes. The values that huma keeps beside them end here.
func (a *API) validate(s *huma.Schema, value any, pointer string) []finding {
	var result huma.ValidateResult
	huma.Validate(a.schemas, s, huma.NewPathBuffer(nil, 0), huma.ModeWriteToServer, value, &result)
	var findings []finding
	for _, err := range result.Errors {
		var detail *huma.ErrorDetail
		if !errors.As(err, &detail) {
			continue
		}
		at := pointer
		if detail.Location != "" {
			at += "/" + strings.NewReplacer(".", "/", "[", "/", "]", "").Replace(strings.TrimPrefix(detail.Location, "."))
			at = strings.ReplaceAll(at, "//", "/")
		}
		code, missing := codeOf(detail.Message)
		if missing != "" {
			at += "/" + missing
		}
		findings = append(findings, finding{inBody, at, code})
	}
	return findings
}

// The forms that have a code of their own, as patternDescription names them.
const (
	formTime    = "een tijd zonder tijdzone"
	formInstant = "een moment volgens RFC 3339"
)

// codeOf gives our code for a message of huma, and the name of the field for a
// message that says that one is missing.
func codeOf(message string) (code, missing string) {
	before, after, _ := strings.Cut(validation.MsgExpectedRequiredProperty, "%s")
	if name, ok := strings.CutPrefix(message, before); ok {
		return "verplicht", strings.TrimSuffix(name, after)
	}
	for _, known := range []struct{ message, code string }{
		{validation.MsgUnexpectedProperty, "onbekend-veld"},
		{validation.MsgExpectedString, "verkeerd-type"},
		{validation.MsgExpectedInteger, "verkeerd-type"},
		{validation.MsgExpectedNumber, "verkeerd-type"},
		{validation.MsgExpectedBoolean, "verkeerd-type"},
		{validation.MsgExpectedArray, "verkeerd-type"},
		{validation.MsgExpectedObject, "verkeerd-type"},
		{validation.MsgExpectedRFC3339Date, "geen-datum"},
		{validation.MsgExpectedRFC3339DateTime, "geen-moment"},
		{validation.MsgExpectedOneOf, "onbekende-keuze"},
		{validation.MsgExpectedMinLength, "te-kort"},
		{validation.MsgExpectedMaxLength, "te-lang"},
		{validation.MsgExpectedMinItems, "te-weinig"},
		{validation.MsgExpectedMaxItems, "te-veel"},
		{validation.MsgExpectedMinimumNumber, "buiten-bereik"},
		{validation.MsgExpectedMaximumNumber, "buiten-bereik"},
		{fmt.Sprintf(validation.MsgExpectedBePattern, formTime), "geen-tijd"},
		{fmt.Sprintf(validation.MsgExpectedBePattern, formInstant), "geen-moment"},
		{validation.MsgExpectedMatchPattern, "ongeldige-vorm"},
		{validation.MsgExpectedBePattern, "ongeldige-vorm"},
		{validation.MsgExpectedArrayItemsUnique, "dubbel-veld"},
	} {
		// Messages with a blank are known by what stands before it. Plain ones
		// are compared whole: "expected string" begins others as well.
		fixed, _, blank := strings.Cut(known.message, "%")
		if message == known.message || blank && strings.HasPrefix(message, fixed) {
			return known.code, ""
		}
	}
	return "ongeldige-waarde", ""
}
