-- +goose Up

-- Row-level security, PostgreSQL only, for the tables that came after 0004.
-- +goose StatementBegin
DO $$
DECLARE
  t text;
BEGIN
  FOR t IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name
    WHERE c.table_schema = 'public' AND c.column_name = 'organisation_id' AND b.table_type = 'BASE TABLE'
      AND NOT EXISTS (SELECT 1 FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.table_name)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_organisation ON %I TO rugdekking_serve
      USING (organisation_id = current_setting(''rugdekking.organisation'', true))
      WITH CHECK (organisation_id = current_setting(''rugdekking.organisation'', true))', t);
    EXECUTE format('CREATE POLICY unscoped ON %I TO rugdekking_unscoped USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO rugdekking_serve, rugdekking_unscoped', t);
  END LOOP;
END
$$;
-- +goose StatementEnd
