-- +goose Up

-- The steps of a care plan as the organisation wants them. Markers only: no column holds what was said.
ALTER TABLE care_talk ADD COLUMN kind {{text}} NOT NULL DEFAULT 'gesprek';
ALTER TABLE care_talk ADD COLUMN step {{text}} NOT NULL DEFAULT '';
ALTER TABLE care_talk ADD COLUMN site_id {{text}};
ALTER TABLE care_talk ADD COLUMN referred {{text}} NOT NULL DEFAULT '';
CREATE INDEX care_talk_with ON care_talk (organisation_id, with_id);
CREATE INDEX care_talk_state ON care_talk (organisation_id, state, due_at);

-- When a peer supporter cannot hold talks, as she said herself.
CREATE TABLE peer_away (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  from_on {{text}} NOT NULL,
  until_on {{text}} NOT NULL,
  created_at {{int}} NOT NULL,
  ended_at {{int}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX peer_away_person ON peer_away (organisation_id, person_id);

-- What was late and whom it was raised to. A term that was moved may be late again; each level hears of each term once.
CREATE TABLE escalation (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  what {{text}} NOT NULL,
  due_at {{int}} NOT NULL,
  level {{int}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, origin_id, what, due_at, level),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX escalation_casefile ON escalation (organisation_id, casefile_id, what);
CREATE INDEX escalation_at ON escalation (organisation_id, at);

-- The morning mail of one person on one day: codes, case numbers and instants.
CREATE TABLE digest (
  organisation_id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  day {{text}} NOT NULL,
  mail_id {{text}},
  items {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, person_id, day),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX digest_mail ON digest (organisation_id, mail_id);
ALTER TABLE person ADD COLUMN mail_when {{text}} NOT NULL DEFAULT 'ochtend';

-- A clock that stands still for a while, and why.
CREATE TABLE clock_pause (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  clock {{text}} NOT NULL,
  why_sealed {{blob}} NOT NULL,
  from_at {{int}} NOT NULL,
  until_on {{text}} NOT NULL,
  due_was {{int}} NOT NULL,
  by_id {{text}} NOT NULL,
  ended_at {{int}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX clock_pause_casefile ON clock_pause (organisation_id, casefile_id);
