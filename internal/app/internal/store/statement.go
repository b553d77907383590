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

// learn prepares what a finished transaction used for the first time. A
// statement that cannot be prepared is left: it then runs unprepared.
func (s *statements) learn(tx *Tx) {
	for _, query := range tx.learnt {
		if s.find(tx.pool, query) != nil {
			continue
		}
		s.mu.Lock()
		if s.kept[tx.pool] == nil {
			s.kept[tx.pool] = map[string]*sql.Stmt{}
		}
		full := len(s.kept[tx.pool]) >= maxStatements
		s.mu.Unlock()
		if full {
			return
		}
		stmt, err := tx.pool.PrepareContext(context.Background(), query)
		if err != nil {
			continue
		}
		s.mu.Lock()
		if s.kept[tx.pool][query] == nil {
			s.kept[tx.pool][query] = stmt
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
