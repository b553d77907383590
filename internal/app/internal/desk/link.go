package desk

import (
	"rugdekking/vpt"
)

// ErrLink is the answer to a link that was used, has expired or never was.
var ErrLink = vpt.Fail(vpt.KindNotFound, "link-verlopen")
