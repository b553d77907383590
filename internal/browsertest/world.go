package browsertest

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// worldName is the name of our isolated world: the same document, but variables
// of our own, out of sight of the page's scripts and outside of its policy.
const worldName = "browsertest"

// call sends one command of the DevTools protocol and fails the test on error.
func call[P, R any](p *Page, what string, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actTimeout)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	if err != nil {
		p.t.Fatalf("browsertest: %s: %v", what, err)
	}
	return result
}

// do runs steps and fails the test on error.
func (p *Page) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, actTimeout)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatalf("browsertest: %s: %v", what, err)
	}
}

// world gives the id of our isolated world in the document that is open. The
// browser gives the same world again until the document is replaced.
func (p *Page) world() runtime.ExecutionContextID {
	p.t.Helper()
	tree := call(p, "frame", page.GetFrameTree, cdp.Empty{})
	world := call(p, "isolated world", page.CreateIsolatedWorld, page.CreateIsolatedWorldParams{
		FrameID: tree.FrameTree.Frame.ID, WorldName: worldName,
	})
	return world.ExecutionContextID
}

// ask evaluates function, the text of a JavaScript function, with arguments in
// our isolated world and gives what it returns or resolves to. Never test a
// content security policy with it: DevTools may evaluate what a page may not.
func ask[T any](p *Page, what, function string, arguments ...any) T {
	p.t.Helper()
	var answer T
	params, err := json.Marshal(arguments)
	if err != nil {
		p.t.Fatalf("browsertest: %s: arguments: %v", what, err)
	}
	if arguments == nil {
		params = []byte("[]")
	}
	result := call(p, what, runtime.Evaluate, runtime.EvaluateParams{
		Expression:    fmt.Sprintf("(%s)(...%s)", function, params),
		ContextID:     p.world(),
		AwaitPromise:  new(true),
		ReturnByValue: new(true),
	})
	if result.ExceptionDetails != nil {
		p.t.Fatalf("browsertest: %s: %s", what, exceptionText(result.ExceptionDetails))
	}
	if result.Result == nil || len(result.Result.Value) == 0 {
		return answer // undefined
	}
	if err := json.Unmarshal(result.Result.Value, &answer); err != nil {
		p.t.Fatalf("browsertest: %s: %v in %s", what, err, result.Result.Value)
	}
	return answer
}
