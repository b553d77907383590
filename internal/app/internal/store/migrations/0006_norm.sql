-- +goose Up

-- The house rules of an organisation (place '') or of one site (its id), version by version. The text hangs on a wall: it is public.
CREATE TABLE house_rules (
  organisation_id {{text}} NOT NULL REFERENCES organisation (organisation_id),
  id {{text}} NOT NULL,
  place {{text}} NOT NULL,
  version {{int}} NOT NULL,
  text {{text}} NOT NULL,
  from_on {{text}} NOT NULL,
  shown_on {{text}} NOT NULL DEFAULT '',
  shown_where {{text}} NOT NULL DEFAULT '',
  proof_sealed {{blob}},
  file_name_sealed {{blob}},
  file_type {{text}} NOT NULL DEFAULT '',
  file_size {{int}} NOT NULL DEFAULT 0,
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, place, version)
){{clustered}};

-- The picture or document that shows where they hang.
CREATE TABLE house_rules_file (
  organisation_id {{text}} NOT NULL,
  rules_id {{text}} NOT NULL,
  data_sealed {{blob}} NOT NULL,
  PRIMARY KEY (organisation_id, rules_id),
  FOREIGN KEY (organisation_id, rules_id) REFERENCES house_rules (organisation_id, id)
){{strict}};

-- What the organisation does at which behaviour, and how often: its matrix as a file, without persons.
CREATE TABLE protocol (
  organisation_id {{text}} NOT NULL REFERENCES organisation (organisation_id),
  version {{int}} NOT NULL,
  data {{text}} NOT NULL,
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, version)
){{strict}};

-- The next version while it is being written.
CREATE TABLE protocol_draft (
  organisation_id {{text}} NOT NULL REFERENCES organisation (organisation_id),
  base {{int}} NOT NULL,
  data {{text}} NOT NULL,
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id)
){{strict}};

-- What a team agreed on: behaviour, colour, reaction, who helps. Roles, no names.
CREATE TABLE team_norm (
  organisation_id {{text}} NOT NULL,
  unit_id {{text}} NOT NULL,
  version {{int}} NOT NULL,
  lines {{text}} NOT NULL,
  adopted_on {{text}} NOT NULL,
  review_by {{text}} NOT NULL,
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, unit_id, version),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id)
){{strict}};
