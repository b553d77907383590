package dbtest

import "database/sql"

// Statement runs one statement outside of a test's life, as a migration does.
func Statement(db Database, statement string) error {
	driver, address := "pgx", db.OwnerURL
	if db.Engine == SQLite {
		driver, address = "sqlite", db.sqliteDSN()
	}
	pool, err := sql.Open(driver, address)
	if err != nil {
		return err
	}
	defer pool.Close()
	_, err = pool.Exec(statement)
	return err
}
