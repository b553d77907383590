package vpt

// Once makes a write safe to send twice: the key that the caller chose for it
// (8–64 characters) and the SHA-256 of what was sent. The same key with the
// same content does nothing again; with other content it is refused. The zero
// value asks for no protection, as commands do.
type Once struct {
	Key string
	Sum [32]byte
}

// Validate checks the length of the key.
func (o Once) Validate() error {
	if o.Key == "" || len(o.Key) >= 8 && len(o.Key) <= 64 {
		return nil
	}
	var p Problems
	p.Add("idempotencyKey", "ongeldige-sleutel")
	return p.Err()
}
