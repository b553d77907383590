package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// The roles that the tables' row security knows. Whoever signs in to the
// database must be one of them or a member of it.
const (
	serveRole    = "rugdekking_serve"
	unscopedRole = "rugdekking_unscoped"
)

const (
	postgresConnections = 16
	connectionLifetime  = 30 * time.Minute
)

// readOnlyTransaction is PostgreSQL's SQLSTATE on a server that was demoted.
const readOnlyTransaction = "25006"

func (db *DB) openPostgres(cfg Config) error {
	db.engine = Postgres
	pool, err := OpenPostgres(cfg.URL, serveRole, postgresConnections)
	if err != nil {
		return err
	}
	db.write, db.read = pool, pool
	unscoped := cfg.UnscopedURL
	if unscoped == "" {
		unscoped = cfg.URL
	}
	if db.unscoped, err = OpenPostgres(unscoped, unscopedRole, 4); err != nil {
		return err
	}
	return nil
}

// OpenPostgres opens a pool whose connections work as role; an empty role
// leaves the one that signed in.
func OpenPostgres(address, role string, connections int) (*sql.DB, error) {
	cfg, err := pgx.ParseConfig(address)
	if err != nil {
		// The parser's error may hold the password that stands in the address.
		return nil, errors.New("store: the PostgreSQL address cannot be read")
	}
	pool := stdlib.OpenDB(*cfg, stdlib.OptionAfterConnect(func(ctx context.Context, c *pgx.Conn) error {
		if role == "" {
			return nil
		}
		if _, err := c.Exec(ctx, "SET ROLE "+pgx.Identifier{role}.Sanitize()); err != nil {
			return fmt.Errorf("store: may not work as %s: %w", role, err)
		}
		return nil
	}), stdlib.OptionResetSession(discardDemoted))
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	pool.SetConnMaxLifetime(connectionLifetime)
	return pool, nil
}

// discardDemoted drops a connection that failed in a way that only a new
// connection mends: a server that became a replica keeps answering reads.
func discardDemoted(_ context.Context, c *pgx.Conn) error {
	if c.IsClosed() {
		return driver.ErrBadConn
	}
	if c.PgConn().ParameterStatus("in_hot_standby") == "on" {
		return driver.ErrBadConn
	}
	return nil
}
