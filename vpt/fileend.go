package vpt

// FileEnds gives how names of files of a type end, the usual one first; nothing
// for a type that is not taken as evidence.
func FileEnds(mediaType string) []string {
	return map[string][]string{
		"image/jpeg": {".jpg", ".jpeg", ".jpe", ".jfif"}, "image/png": {".png"}, "image/webp": {".webp"}, "image/heic": {".heic", ".heif"},
		"application/pdf": {".pdf"}, "text/plain": {".txt"}, "message/rfc822": {".eml"}, "application/vnd.ms-outlook": {".msg"},
		"audio/mpeg": {".mp3"}, "audio/mp4": {".m4a", ".m4b", ".mp4", ".3gp"}, "audio/ogg": {".ogg", ".oga", ".opus"}, "audio/wav": {".wav"},
		"application/vnd.oasis.opendocument.text":                                 {".odt"},
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document": {".docx"},
	}[mediaType]
}
