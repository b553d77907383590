package mail

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/textproto"

	gomail "github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"

	"rugdekking/vpt"
)

// outcome turns what the library says into one of the errors of this package.
// Its own errors list the recipients and quote the server, so none is wrapped:
// only the stage and the reply code remain.
//
// A refusal of the sender (MAIL FROM) is temporary: it is about our settings
// and not about this message, and must not lose all mail of a day.
func outcome(err error) error {
	var sent *gomail.SendError
	if !errors.As(err, &sent) {
		return connecting(err)
	}
	code := sent.ErrorCode()
	switch sent.Reason {
	case gomail.ErrSMTPRcptTo:
		return failure(byCode(code, ErrTemporary), "RCPT", code)
	case gomail.ErrSMTPData:
		// Lost before the server asked for the content: it has nothing.
		return failure(byCode(code, ErrTemporary), "DATA", code)
	case gomail.ErrWriteContent, gomail.ErrSMTPDataClose:
		return failure(byCode(code, ErrUncertain), "content", code)
	case gomail.ErrSMTPMailFrom:
		return failure(ErrTemporary, "MAIL", code)
	}
	return failure(ErrTemporary, "session", code)
}

// byCode reads a reply code as RFC 5321 §4.2.1 defines it; without one the
// connection was lost.
func byCode(code int, lost error) error {
	switch {
	case code >= 500:
		return ErrRefused
	case code >= 400:
		return ErrTemporary
	}
	return lost
}

// connecting is what went wrong before the message came into play. Causes that
// our own side words are kept, because the administrator needs them.
func connecting(err error) error {
	var reply *textproto.Error
	var network *net.OpError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &reply):
		return failure(ErrTemporary, "sign-in", reply.Code)
	case errors.Is(err, smtp.ErrUnencrypted):
		return fmt.Errorf("%w (sign-in: the connection is not protected)", ErrTemporary)
	case errors.As(err, &certificate):
		return fmt.Errorf("%w (connect: %w)", ErrTemporary, certificate)
	case errors.As(err, &network):
		return fmt.Errorf("%w (connect: %w)", ErrTemporary, network)
	}
	return failure(ErrTemporary, "connect", 0)
}

func failure(kind error, stage string, code int) error {
	if code == 0 {
		return fmt.Errorf("%w (%s)", kind, stage)
	}
	return fmt.Errorf("%w (%s, reply %d)", kind, stage, code)
}

// login signs in by PLAIN or else LOGIN, whichever the server offers, and only
// over TLS. The library's own would send the password in the clear to whatever
// calls itself localhost.
type login struct {
	username string
	password vpt.Private
	host     string
	chosen   smtp.Auth
}

// Start implements smtp.Auth.
func (l *login) Start(server *smtp.ServerInfo) (string, []byte, error) {
	if !server.TLS {
		return "", nil, smtp.ErrUnencrypted
	}
	for _, offered := range server.Auth {
		switch offered {
		case "PLAIN":
			l.chosen = smtp.PlainAuth("", l.username, l.password.Reveal(), l.host, false)
		case "LOGIN":
			if l.chosen == nil {
				l.chosen = smtp.LoginAuth(l.username, l.password.Reveal(), l.host, false)
			}
		}
	}
	if l.chosen == nil {
		return "", nil, errors.New("mail: the server offers neither PLAIN nor LOGIN")
	}
	return l.chosen.Start(server)
}

// Next implements smtp.Auth.
func (l *login) Next(fromServer []byte, more bool) ([]byte, error) {
	return l.chosen.Next(fromServer, more)
}
