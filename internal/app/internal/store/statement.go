package store

import (
	"context"
	"database/sql"
	"sync"
)

// maxStatements bounds what is kept: list queries are put together from parts
// and may take many forms.
const maxStatements = 512

// statements keeps prepared statements per pool.
type statements struct {
	mu   sync.RWMutex
	kept map[*sql.DB]map[string]*sql.Stmt
}

func newStatements() *statements { return &statements{kept: map[*sql.DB]map[string]*sql.Stmt{}} }

func (s *statements) find(pool *sql.DB, query string) *sql.Stmt {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.kept[pool][query]
}

// learn prepares what a finished transaction used for the first time.
func (s *statements) learn(tx *Tx) { s.prepare(tx.pool, tx.learnt...) }

// prepare prepares queries for a pool, none of whose connections is held by
// the caller. A statement that cannot be prepared is left: it then runs
// unprepared.
func (s *statements) prepare(pool *sql.DB, queries ...string) {
	for _, query := range queries {
		if s.find(pool, query) != nil {
			continue
		}
		s.mu.Lock()
		if s.kept[pool] == nil {
			s.kept[pool] = map[string]*sql.Stmt{}
		}
		full := len(s.kept[pool]) >= maxStatements
		s.mu.Unlock()
		if full {
			return
		}
		stmt, err := pool.PrepareContext(context.Background(), query)
		if err != nil {
			continue
		}
		s.mu.Lock()
		if s.kept[pool][query] == nil {
			s.kept[pool][query] = stmt
			stmt = nil
		}
		s.mu.Unlock()
		if stmt != nil {
			_ = stmt.Close()
		}
	}
}

func (s *statements) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, byQuery := range s.kept {
		for _, stmt := range byQuery {
			_ = stmt.Close()
		}
	}
	s.kept = map[*sql.DB]map[string]*sql.Stmt{}
}
