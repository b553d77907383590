package app

import (
	"context"
)

// Durability is how the database keeps a commit through loss of power, as its
// own connections answer. Settings are in the engine's words.
type Durability struct {
	Engine   string // sqlite or postgres
	Settings []Setting
	Safe     bool // every commit is on disk before it is acknowledged
}

// Setting is one setting of the database engine and its value.
type Setting struct{ Name, Value string }

// Ready reports whether requests can be served: the database answers.
func (r *Runtime) Ready(ctx context.Context) error { return r.db.Ping(ctx) }

// IsDemo tells whether the database was marked as a demonstration when it was
// made.
func (r *Runtime) IsDemo(ctx context.Context) (bool, error) { return r.db.IsDemo(ctx) }

// Durability asks the connections that the server really writes with: the
// door's and the queue's.
func (r *Runtime) Durability(ctx context.Context) (Durability, error) {
	found, safe, err := r.db.Durability(ctx, r.pool)
	if err != nil {
		return Durability{}, err
	}
	d := Durability{Engine: string(r.db.Engine()), Safe: safe}
	for _, s := range found {
		d.Settings = append(d.Settings, Setting(s))
	}
	return d, nil
}
