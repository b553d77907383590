-- +goose Up

-- Row-level security, PostgreSQL only: the serving role sees the rows of the organisation that its
-- transaction was born with; without one it sees none. Work across organisations has its own role.
-- +goose StatementBegin
DO $$
DECLARE
  t text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'rugdekking_serve') THEN
    CREATE ROLE rugdekking_serve NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'rugdekking_unscoped') THEN
    CREATE ROLE rugdekking_unscoped NOLOGIN;
  END IF;
  GRANT USAGE ON SCHEMA public TO rugdekking_serve, rugdekking_unscoped;
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name
    WHERE c.table_schema = 'public' AND c.column_name = 'organisation_id' AND b.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_organisation ON %I TO rugdekking_serve
      USING (organisation_id = current_setting(''rugdekking.organisation'', true))
      WITH CHECK (organisation_id = current_setting(''rugdekking.organisation'', true))', t);
    EXECUTE format('CREATE POLICY unscoped ON %I TO rugdekking_unscoped USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO rugdekking_serve, rugdekking_unscoped', t);
  END LOOP;
  GRANT SELECT, INSERT, UPDATE, DELETE ON throttle TO rugdekking_serve, rugdekking_unscoped;
  GRANT SELECT, INSERT, UPDATE ON installation TO rugdekking_serve, rugdekking_unscoped;
  REVOKE UPDATE, DELETE ON audit_leaf, audit_node, audit_checkpoint FROM rugdekking_serve, rugdekking_unscoped;
END
$$;
-- +goose StatementEnd
