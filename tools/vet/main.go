// Command vet runs the checks that staticcheck and go vet do not have, over the
// program without its tests: an error that is compared without looking into it,
// one that is dropped, a request without a context, a body or rows that stay
// open. It adds no opinion of its own: what it finds is a fault or is rewritten.
package main

import (
	"github.com/gostaticanalysis/nilerr"
	"github.com/jingyugao/rowserrcheck/passes/rowserr"
	"github.com/polyfloyd/go-errorlint/errorlint"
	"github.com/sonatard/noctx"
	"github.com/timakin/bodyclose/passes/bodyclose"
	"golang.org/x/tools/go/analysis/multichecker"
)

func main() {
	multichecker.Main(
		errorlint.NewAnalyzer(), nilerr.Analyzer, noctx.Analyzer, bodyclose.Analyzer, rowserr.NewAnalyzer("database/sql"),
	)
}
