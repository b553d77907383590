package store_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"rugdekking/internal/app/internal/store"
	"rugdekking/internal/app/internal/store/storetest"
	"rugdekking/internal/seal"
	"rugdekking/vpt"
)

const draftForm = vpt.DraftForm("melding")

func person(id vpt.PersonID) vpt.Person {
	return vpt.Person{
		ID: id, Name: vpt.NewPrivate("Naam " + string(id)), Email: vpt.NewPrivate(string(id) + "@thuis.example"), Lang: "nl", State: vpt.PersonActive,
	}
}

func keepsDraft(id vpt.PersonID, text string) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		return tx.SaveDraft(id, vpt.Draft{Form: draftForm, Data: vpt.NewPrivate(text)})
	}
}

func draftOf(t *testing.T, s *storetest.Store, id vpt.PersonID) (string, error) {
	t.Helper()
	var d vpt.Draft
	err := s.Read(context.Background(), storetest.Home, func(tx *store.Tx) (err error) {
		d, err = tx.Draft(id, draftForm, time.Time{})
		return err
	})
	return d.Data.Reveal(), err
}

func TestDestroyKey_ExactlyItsOwnIsUnreadable(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, id := range []vpt.PersonID{"p1", "p2"} {
			s.Must(func(tx *store.Tx) error { return tx.SavePerson(person(id)) })
			s.Must(keepsDraft(id, "verhaal van "+string(id)))
		}
		other := storetest.Open(t, s.Base, nil) // another node, which has the key in memory
		if text, err := draftOf(t, other, "p1"); err != nil || text != "verhaal van p1" {
			t.Fatalf("before: %q, %v", text, err)
		}
		s.Must(func(tx *store.Tx) error {
			tx.Note(storetest.Entry(tx, "key.destroy"))
			return tx.DestroyKey(seal.LevelPerson, "p1")
		})
		if text, err := draftOf(t, s, "p1"); err != nil || text != "" {
			t.Errorf("after: %q, %v", text, err)
		}
		if text, err := draftOf(t, s, "p2"); err != nil || text != "verhaal van p2" {
			t.Errorf("somebody else's: %q, %v", text, err)
		}
		other.Clock.Advance(time.Minute)
		if text, err := draftOf(t, other, "p1"); err != nil || text != "" {
			t.Errorf("on another node, a minute later: %q, %v", text, err)
		}
		if err := s.Write(context.Background(), storetest.Home, keepsDraft("p1", "opnieuw")); !errors.Is(err, seal.ErrSealed) {
			t.Errorf("sealing with a destroyed key: %v", err)
		}
		if n := s.Count(`SELECT COUNT(id) FROM seal_key WHERE subject_id = 'p1' AND wrapped IS NULL AND destroyed_at IS NOT NULL`); n != 1 {
			t.Errorf("%d rows say when the key was destroyed", n)
		}
		s.VerifyAudit()
	})
}

func TestDestroyKey_UndoneIsNotDestroyed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		s.Must(func(tx *store.Tx) error { return tx.SavePerson(person("p1")) })
		s.Must(keepsDraft("p1", "verhaal"))
		undone := errors.New("toch niet")
		err := s.Write(context.Background(), storetest.Home, func(tx *store.Tx) error {
			if err := tx.DestroyKey(seal.LevelPerson, "p1"); err != nil {
				return err
			}
			if d, err := tx.Draft("p1", draftForm, time.Time{}); err != nil || !d.Data.IsZero() {
				t.Errorf("within the transaction it still opens: %v", err)
			}
			return undone
		})
		if !errors.Is(err, undone) {
			t.Fatal(err)
		}
		if text, err := draftOf(t, s, "p1"); err != nil || text != "verhaal" {
			t.Errorf("%q, %v", text, err)
		}
	})
}

// Who shares a commit may open a key that a neighbour destroys: after the
// commit nobody has it any more.
func TestDestroyKey_AlsoForWhoSharedTheCommit(t *testing.T) {
	s := storetest.SQLite(t, nil)
	s.Must(func(tx *store.Tx) error { return tx.SavePerson(person("p1")) })
	s.Must(keepsDraft("p1", "verhaal"))
	s.Clock.Advance(time.Hour) // nobody has it in memory
	errs := queued(t, s,
		func(tx *store.Tx) error { _, err := tx.Draft("p1", draftForm, time.Time{}); return err },
		func(tx *store.Tx) error { return tx.DestroyKey(seal.LevelPerson, "p1") },
	)
	if errs[0] != nil || errs[1] != nil {
		t.Fatal(errs)
	}
	if text, err := draftOf(t, s, "p1"); err != nil || text != "" {
		t.Errorf("%q, %v", text, err)
	}
}

// An organisation whose making was undone and tried again has another key:
// what is sealed under it must open after a restart.
func TestKeys_OfATransactionThatWasUndone(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		const org = vpt.OrganisationID("00000000-0000-7000-8000-00000000000c")
		o := vpt.Organisation{ID: org, Code: "nieuw", Name: "Nieuw", Kind: vpt.Employer, Settings: vpt.DefaultSettings()}
		ctx, undone := context.Background(), errors.New("toch niet")
		for _, end := range []error{undone, nil} {
			err := s.UnscopedAddOrganisation(ctx, o, func(tx *store.Tx) error {
				if err := tx.SavePerson(person("p1")); err != nil {
					return err
				}
				return end
			})
			if !errors.Is(err, end) {
				t.Fatal(err)
			}
		}
		again := storetest.Open(t, s.Base, nil)
		err := again.Read(ctx, org, func(tx *store.Tx) error {
			p, err := tx.PersonByID("p1")
			if err == nil && p.Name.Reveal() != "Naam p1" {
				t.Errorf("the name is %q", p.Name.Reveal())
			}
			return err
		})
		if err != nil {
			t.Errorf("after a restart: %v", err)
		}
	})
}

func TestOpen_RefusesAnotherKeyAndAnotherSort(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		other, err := seal.ParseMaster(seal.NewMaster())
		if err != nil {
			t.Fatal(err)
		}
		cfg, ctx := s.Config, context.Background()
		if err := store.Migrate(ctx, cfg, true, nil); !errors.Is(err, store.ErrDemo) {
			t.Errorf("migrating real data as a demo: %v", err)
		}
		cfg.Master = other
		if db, err := store.Open(ctx, cfg); !errors.Is(err, store.ErrKey) {
			t.Errorf("opened with another key: %v, %v", db != nil, err)
		}
		if err := store.Migrate(ctx, cfg, false, nil); !errors.Is(err, store.ErrKey) {
			t.Errorf("migrated with another key: %v", err)
		}
	})
}

// A sealed value that is moved to another row must not open there.
func TestSealed_MovedToAnotherRow(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *storetest.Store) {
		for _, id := range []vpt.PersonID{"p1", "p2"} {
			s.Must(func(tx *store.Tx) error { return tx.SavePerson(person(id)) })
		}
		_, err := s.Base.Raw(t).ExecContext(context.Background(),
			`UPDATE person SET name_sealed = (SELECT o.name_sealed FROM person o WHERE o.id = 'p1') WHERE id = 'p2'`)
		if err != nil {
			t.Fatal(err)
		}
		err = s.Read(context.Background(), storetest.Home, func(tx *store.Tx) error {
			p, err := tx.PersonByID("p2")
			if err == nil {
				t.Errorf("p2 is now called %q", p.Name.Reveal())
			}
			return err
		})
		if !errors.Is(err, seal.ErrSealed) {
			t.Errorf("%v", err)
		}
	})
}
