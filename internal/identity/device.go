package identity

import (
	"strings"

	"rugdekking/vpt"
)

// device shortens what a browser calls itself to what a person recognises in
// "my sessions": browser and system, no versions. The order matters: nearly
// every browser also calls itself by the names of others.
func device(userAgent string) vpt.Private {
	first := func(names ...[2]string) string {
		for _, name := range names {
			if strings.Contains(userAgent, name[0]) {
				return name[1]
			}
		}
		return ""
	}
	browser := first([2]string{"Edg", "Edge"}, [2]string{"OPR/", "Opera"}, [2]string{"SamsungBrowser", "Samsung Internet"},
		[2]string{"FxiOS", "Firefox"}, [2]string{"Firefox/", "Firefox"}, [2]string{"CriOS", "Chrome"}, [2]string{"Chrome/", "Chrome"},
		[2]string{"Safari/", "Safari"})
	system := first([2]string{"iPhone", "iPhone"}, [2]string{"iPad", "iPad"}, [2]string{"Android", "Android"}, [2]string{"Windows", "Windows"},
		[2]string{"CrOS", "ChromeOS"}, [2]string{"Mac OS X", "Mac"}, [2]string{"Linux", "Linux"})
	switch {
	case browser != "" && system != "":
		return vpt.NewPrivate(browser + ", " + system)
	default:
		return vpt.NewPrivate(browser + system)
	}
}
