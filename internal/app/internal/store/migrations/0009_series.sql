-- +goose Up

-- One of many events in the dossier of conduct that goes on: stalking, a flood of messages.
CREATE TABLE occurrence (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  happened_on {{text}} NOT NULL,
  happened_time {{text}} NOT NULL DEFAULT '',
  text_sealed {{blob}} NOT NULL,
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX occurrence_casefile ON occurrence (organisation_id, casefile_id, happened_on);

-- A closed circle: only who has a role in the unit itself sees its cases.
ALTER TABLE unit ADD COLUMN circle {{int}} NOT NULL DEFAULT 0;

-- What was due before this instant is raised to nobody; -1 until the first round after an upgrade sets it. An organisation
-- that is new raises everything.
ALTER TABLE organisation ADD COLUMN raise_from {{int}} NOT NULL DEFAULT 0;
UPDATE organisation SET raise_from = -1;
