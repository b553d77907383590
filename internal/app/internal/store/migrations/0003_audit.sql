-- +goose Up

-- The audit log: one tree per organisation and one, named '-', for the installation.
CREATE TABLE audit_head (
  organisation_id {{text}} NOT NULL PRIMARY KEY,
  size {{int}} NOT NULL,
  root {{text}} NOT NULL,
  frontier {{blob}} NOT NULL,
  checkpoints {{int}} NOT NULL
){{clustered}};

CREATE TABLE audit_leaf (
  organisation_id {{text}} NOT NULL,
  position {{int}} NOT NULL,
  subject {{text}} NOT NULL,
  salt {{blob}} NOT NULL,
  payload {{text}} NOT NULL,
  PRIMARY KEY (organisation_id, position)
){{clustered}};
CREATE INDEX audit_leaf_subject ON audit_leaf (organisation_id, subject);

CREATE TABLE audit_node (
  organisation_id {{text}} NOT NULL,
  position {{int}} NOT NULL,
  hash {{blob}} NOT NULL,
  PRIMARY KEY (organisation_id, position)
){{clustered}};

CREATE TABLE audit_checkpoint (
  organisation_id {{text}} NOT NULL,
  sequence {{int}} NOT NULL,
  size {{int}} NOT NULL,
  note {{text}} NOT NULL,
  PRIMARY KEY (organisation_id, sequence)
){{clustered}};
