package mailtest

import (
	"bufio"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"strings"
)

// session is the conversation with one client (RFC 5321).
type session struct {
	server *Server
	raw    net.Conn
	conn   net.Conn
	in     *bufio.Reader
	mail   Mail
	secure bool
}

func (c *session) use(conn net.Conn) {
	c.conn = conn
	c.in = bufio.NewReader(conn)
}

func (c *session) serve() {
	c.use(c.raw)
	if c.server.options.Implicit && !c.startTLS() {
		return
	}
	if !c.reply("greeting", "220 mailtest ESMTP") {
		return
	}
	for {
		line, err := c.in.ReadString('\n')
		if err != nil {
			return
		}
		line = strings.TrimRight(line, "\r\n")
		word, argument, _ := strings.Cut(line, " ")
		word = strings.ToUpper(word)
		c.note(word)
		if c.server.options.Silent == word {
			_, _ = io.Copy(io.Discard, c.conn)
			return
		}
		if !c.command(word, argument) {
			return
		}
	}
}

// command answers one command and reports whether the conversation goes on.
func (c *session) command(word, argument string) bool {
	switch word {
	case "EHLO", "HELO":
		return c.reply(word, c.greeting())
	case "STARTTLS":
		return c.say("220 go ahead") && c.startTLS()
	case "AUTH":
		return c.authenticate(argument)
	case "MAIL":
		if c.server.options.Username != "" && c.mail.User == "" {
			return c.say("530 5.7.0 authentication required")
		}
		c.mail.From = path(argument)
		return c.reply(word, "250 ok")
	case "RCPT":
		c.mail.To = path(argument)
		return c.reply(word, "250 ok")
	case "DATA":
		return c.content()
	case "QUIT":
		c.reply(word, "221 bye")
		return false
	}
	return c.reply(word, "250 ok")
}

func (c *session) greeting() string {
	o := c.server.options
	lines := []string{"mailtest", "8BITMIME", "ENHANCEDSTATUSCODES"}
	if !o.NoTLS && !c.secure {
		lines = append(lines, "STARTTLS")
	}
	if o.Username != "" {
		offered := o.Mechanisms
		if offered == "" {
			offered = "PLAIN LOGIN"
		}
		lines = append(lines, "AUTH "+offered)
	}
	for i := range lines[:len(lines)-1] {
		lines[i] = "250-" + lines[i]
	}
	return strings.Join(lines[:len(lines)-1], "\r\n") + "\r\n250 " + lines[len(lines)-1]
}

func (c *session) startTLS() bool {
	secure := tls.Server(c.raw, c.server.setup)
	if secure.Handshake() != nil {
		return false
	}
	c.secure = true
	c.use(secure)
	return true
}

func (c *session) authenticate(argument string) bool {
	mechanism, initial, _ := strings.Cut(argument, " ")
	var user, password string
	switch strings.ToUpper(mechanism) {
	case "PLAIN":
		parts := strings.Split(decode(initial), "\x00")
		if len(parts) == 3 {
			user, password = parts[1], parts[2]
		}
	case "LOGIN":
		user, password = c.ask("Username:"), c.ask("Password:")
	}
	if user != c.server.options.Username || password != c.server.options.Password {
		return c.reply("AUTH", "535 5.7.8 no, "+user)
	}
	c.mail.User = user
	return c.reply("AUTH", "235 2.7.0 welcome")
}

func (c *session) ask(question string) string {
	c.say("334 " + base64.StdEncoding.EncodeToString([]byte(question)))
	line, _ := c.in.ReadString('\n')
	return decode(strings.TrimSpace(line))
}

func (c *session) content() bool {
	if !c.reply("DATA", "354 go on") {
		return false
	}
	if strings.HasPrefix(c.server.options.Replies["DATA"], "4") || strings.HasPrefix(c.server.options.Replies["DATA"], "5") {
		return true
	}
	var data strings.Builder
	for {
		line, err := c.in.ReadString('\n')
		if err != nil || c.server.options.HalfWay {
			return false
		}
		if line == ".\r\n" {
			break
		}
		data.WriteString(strings.TrimPrefix(line, "."))
	}
	answer, set := c.server.options.Replies["content"]
	if !set || strings.HasPrefix(answer, "2") {
		c.mail.Data, c.mail.TLS = data.String(), c.secure
		c.server.mu.Lock()
		c.server.mails = append(c.server.mails, c.mail)
		c.server.mu.Unlock()
	}
	return c.reply("content", "250 taken")
}

// reply says the scripted answer for stage, else usual.
func (c *session) reply(stage, usual string) bool {
	answer, set := c.server.options.Replies[stage]
	switch {
	case set && answer == Drop:
		return false
	case set:
		return c.say(answer)
	}
	return c.say(usual)
}

func (c *session) say(line string) bool {
	_, err := fmt.Fprintf(c.conn, "%s\r\n", line)
	return err == nil
}

func (c *session) note(word string) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.server.commands = append(c.server.commands, word)
}

// path takes the address out of "FROM:<a@b> BODY=8BITMIME".
func path(argument string) string {
	_, rest, _ := strings.Cut(argument, "<")
	address, _, _ := strings.Cut(rest, ">")
	return address
}

func decode(text string) string {
	raw, _ := base64.StdEncoding.DecodeString(text)
	return string(raw)
}
