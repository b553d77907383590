-- +goose Up

-- One row says what this database is: demo or real, and which master key it belongs to.
CREATE TABLE installation (
  id {{int}} NOT NULL PRIMARY KEY CHECK (id = 1),
  demo {{int}} NOT NULL DEFAULT 0,
  key_check {{blob}} NOT NULL,
  audit_key {{text}} NOT NULL,
  created_at {{int}} NOT NULL
){{strict}};

CREATE TABLE organisation (
  organisation_id {{text}} NOT NULL PRIMARY KEY,
  code {{text}} NOT NULL UNIQUE,
  name {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  settings {{text}} NOT NULL,
  created_at {{int}} NOT NULL
){{strict}};

CREATE TABLE seal_key (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  kind {{text}} NOT NULL CHECK (kind IN ('organisation', 'casefile', 'person')),
  subject_id {{text}} NOT NULL,
  wrapped {{blob}},
  created_at {{int}} NOT NULL,
  destroyed_at {{int}},
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, kind, subject_id)
){{clustered}};

CREATE TABLE number_series (
  organisation_id {{text}} NOT NULL,
  series {{text}} NOT NULL,
  last {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, series)
){{clustered}};

CREATE TABLE unit (
  organisation_id {{text}} NOT NULL REFERENCES organisation (organisation_id),
  id {{text}} NOT NULL,
  parent_id {{text}},
  name {{text}} NOT NULL,
  retired {{int}} NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, parent_id) REFERENCES unit (organisation_id, id)
){{clustered}};

CREATE TABLE site (
  organisation_id {{text}} NOT NULL REFERENCES organisation (organisation_id),
  id {{text}} NOT NULL,
  unit_id {{text}},
  name {{text}} NOT NULL,
  address {{text}} NOT NULL DEFAULT '',
  retired {{int}} NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
){{clustered}};

CREATE TABLE person (
  organisation_id {{text}} NOT NULL REFERENCES organisation (organisation_id),
  id {{text}} NOT NULL,
  unit_id {{text}},
  name_sealed {{blob}} NOT NULL,
  email_sealed {{blob}} NOT NULL,
  email_index {{blob}} NOT NULL UNIQUE,
  staff_no_sealed {{blob}},
  staff_no_index {{blob}},
  function_sealed {{blob}},
  lang {{text}} NOT NULL DEFAULT 'nl',
  look {{text}} NOT NULL DEFAULT 'auto',
  state {{text}} NOT NULL,
  password_sealed {{blob}},
  totp_sealed {{blob}},
  totp_pending_sealed {{blob}},
  totp_step {{int}} NOT NULL DEFAULT 0,
  created_at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, staff_no_index),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
){{strict}};
CREATE INDEX person_unit ON person (organisation_id, unit_id);

CREATE TABLE assignment (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  role {{text}} NOT NULL,
  scope {{text}} NOT NULL,
  unit_id {{text}},
  site_id {{text}},
  from_on {{text}} NOT NULL,
  until_on {{text}} NOT NULL DEFAULT '',
  by_actor {{text}} NOT NULL,
  created_at {{int}} NOT NULL,
  ended_at {{int}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  FOREIGN KEY (organisation_id, site_id) REFERENCES site (organisation_id, id)
){{clustered}};
CREATE INDEX assignment_person ON assignment (organisation_id, person_id);
CREATE INDEX assignment_unit ON assignment (organisation_id, unit_id);

CREATE TABLE deputy (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  deputy_id {{text}} NOT NULL,
  from_on {{text}} NOT NULL,
  until_on {{text}} NOT NULL,
  created_at {{int}} NOT NULL,
  ended_at {{int}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, deputy_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX deputy_deputy ON deputy (organisation_id, deputy_id);

CREATE TABLE session (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  token_hash {{blob}} NOT NULL UNIQUE,
  created_at {{int}} NOT NULL,
  seen_at {{int}} NOT NULL,
  expires_at {{int}} NOT NULL,
  device_sealed {{blob}},
  pending {{int}} NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX session_person ON session (organisation_id, person_id);

CREATE TABLE access_link (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  purpose {{text}} NOT NULL,
  token_hash {{blob}} NOT NULL UNIQUE,
  created_at {{int}} NOT NULL,
  expires_at {{int}} NOT NULL,
  used_at {{int}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
){{clustered}};

CREATE TABLE recovery_code (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  code_hash {{blob}} NOT NULL,
  used_at {{int}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX recovery_code_person ON recovery_code (organisation_id, person_id);

-- Failed attempts per account and per address, by keyed hash; it belongs to no organisation.
CREATE TABLE throttle (
  subject {{blob}} NOT NULL PRIMARY KEY,
  failures {{int}} NOT NULL,
  until_at {{int}} NOT NULL,
  seen_at {{int}} NOT NULL
){{clustered}};

CREATE TABLE api_token (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  name {{text}} NOT NULL,
  token_hash {{blob}} NOT NULL UNIQUE,
  scopes {{text}} NOT NULL,
  unit_id {{text}},
  created_at {{int}} NOT NULL,
  revoked_at {{int}},
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, name),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
){{clustered}};

CREATE TABLE code (
  organisation_id {{text}} NOT NULL,
  list {{text}} NOT NULL,
  version {{int}} NOT NULL,
  code {{text}} NOT NULL,
  group_code {{text}} NOT NULL DEFAULT '',
  label_nl {{text}} NOT NULL,
  label_en {{text}} NOT NULL,
  tile_nl {{text}} NOT NULL DEFAULT '',
  tile_en {{text}} NOT NULL DEFAULT '',
  example_en {{text}} NOT NULL DEFAULT '',
  definition {{text}} NOT NULL DEFAULT '',
  example {{text}} NOT NULL DEFAULT '',
  roll_up {{text}} NOT NULL DEFAULT '',
  class {{int}} NOT NULL DEFAULT 0,
  sort {{int}} NOT NULL,
  retired {{int}} NOT NULL DEFAULT 0,
  choosable {{int}} NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, list, version, code),
  FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
){{clustered}};
