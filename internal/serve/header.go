package serve

import (
	"net/http"
	"strings"
)

// policy is the content security policy of every answer: nothing from
// elsewhere, nothing inline, and scripts make HTML only through the one policy
// named rugdekking. The order of directives is that of the internet.nl check.
func policy() string {
	return strings.Join([]string{
		"default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
		"connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-src 'none'", "frame-ancestors 'none'",
		"object-src 'none'", "require-trusted-types-for 'script'", "trusted-types rugdekking",
	}, "; ")
}

// permissions switches off what no page here uses, so that a script that slips
// in has little to take. Passkeys are for the sign-in page. Only features that
// browsers know: one that they do not is an error in the console of every page,
// as web-share is in Chromium on a desktop.
func permissions() string {
	off := []string{
		"accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
		"geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
		"picture-in-picture", "screen-wake-lock", "serial", "storage-access", "usb", "xr-spatial-tracking",
	}
	return strings.Join(off, "=(), ") + "=(), publickey-credentials-create=(self), publickey-credentials-get=(self)"
}

// headers sets the security headers before the handler runs. A handler of
// hashed files sets Cache-Control anew, and one behind a secret link the
// Referrer-Policy; nothing else is meant to be changed.
func headers(next http.Handler, c Config) http.Handler {
	fixed := map[string]string{
		"Content-Security-Policy": policy(),
		"Permissions-Policy":      permissions(),
		// Not no-referrer: browsers then send "Origin: null" with every form.
		"Referrer-Policy":              "same-origin",
		"X-Content-Type-Options":       "nosniff",
		"X-Frame-Options":              "DENY",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Cache-Control":                "no-store",
	}
	if c.Base.Scheme == "https" {
		fixed["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range fixed {
			w.Header().Set(name, value)
		}
		next.ServeHTTP(w, r)
	})
}
