-- +goose Up

-- Cases and everything that hangs on one: reports, people, measures, police, care, evidence, timeline, mail.

CREATE TABLE casefile (
  organisation_id {{text}} NOT NULL REFERENCES organisation (organisation_id),
  id {{text}} NOT NULL,
  number {{text}} NOT NULL,
  incident_id {{text}} NOT NULL,
  state {{text}} NOT NULL,
  unit_id {{text}},
  owner_id {{text}},
  received_at {{int}},
  received_on {{text}} NOT NULL,
  help {{text}} NOT NULL,
  choice {{text}} NOT NULL,
  verdict {{text}} NOT NULL,
  verdict_why_sealed {{blob}},
  care_state {{text}} NOT NULL,
  care_why_sealed {{blob}},
  instigator_state {{text}} NOT NULL,
  instigator_why_sealed {{blob}},
  police_state {{text}} NOT NULL,
  police_why_sealed {{blob}},
  damage_state {{text}} NOT NULL,
  damage_why_sealed {{blob}},
  learning_state {{text}} NOT NULL,
  learning_why_sealed {{blob}},
  reaction_due_at {{int}},
  reaction_met_at {{int}},
  police_due_at {{int}},
  police_met_at {{int}},
  care_due_at {{int}},
  care_met_at {{int}},
  feedback_due_at {{int}},
  feedback_met_at {{int}},
  next_due_at {{int}},
  next_clock {{text}} NOT NULL DEFAULT '',
  next_step {{text}} NOT NULL DEFAULT 'niets',
  working {{int}} NOT NULL,
  private_risk {{int}} NOT NULL DEFAULT 0,
  closing_sealed {{blob}},
  closed_at {{int}},
  merged_into {{text}},
  version {{int}} NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, number),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  FOREIGN KEY (organisation_id, owner_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, merged_into) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX casefile_work ON casefile (organisation_id, working, next_due_at, id);
CREATE INDEX casefile_unit ON casefile (organisation_id, unit_id, working, next_due_at, id);
CREATE INDEX casefile_owner ON casefile (organisation_id, owner_id, working, next_due_at, id, unit_id);
CREATE INDEX casefile_received ON casefile (organisation_id, received_on, id);

CREATE TABLE incident (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  occurred_on {{text}} NOT NULL,
  occurred_time {{text}} NOT NULL DEFAULT '',
  channel_version {{int}} NOT NULL DEFAULT 0,
  channel {{text}} NOT NULL DEFAULT '',
  unit_id {{text}},
  site_id {{text}},
  place_sealed {{blob}},
  class {{int}} NOT NULL DEFAULT 0,
  facts_complete {{int}} NOT NULL DEFAULT 0,
  assessed_at {{int}},
  assessed_by {{text}},
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, casefile_id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  FOREIGN KEY (organisation_id, site_id) REFERENCES site (organisation_id, id)
){{clustered}};

CREATE TABLE incident_kind (
  organisation_id {{text}} NOT NULL,
  incident_id {{text}} NOT NULL,
  version {{int}} NOT NULL,
  code {{text}} NOT NULL,
  PRIMARY KEY (organisation_id, incident_id, code),
  FOREIGN KEY (organisation_id, incident_id) REFERENCES incident (organisation_id, id)
){{clustered}};

CREATE TABLE report (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  number {{text}} NOT NULL,
  legacy_number {{text}},
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  reporter_id {{text}},
  on_behalf {{text}} NOT NULL,
  choice {{text}} NOT NULL,
  help {{text}} NOT NULL,
  route {{text}} NOT NULL,
  route_name {{text}} NOT NULL DEFAULT '',
  reported_at {{int}},
  reported_on {{text}} NOT NULL,
  occurred_on {{text}} NOT NULL,
  occurred_time {{text}} NOT NULL DEFAULT '',
  channel_version {{int}} NOT NULL DEFAULT 0,
  channel {{text}} NOT NULL DEFAULT '',
  unit_id {{text}},
  site_id {{text}},
  place_sealed {{blob}},
  account_sealed {{blob}},
  instigator_sealed {{blob}},
  import_mac {{blob}},
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, number),
  UNIQUE (organisation_id, legacy_number),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, origin_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, reporter_id) REFERENCES person (organisation_id, id),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES unit (organisation_id, id),
  FOREIGN KEY (organisation_id, site_id) REFERENCES site (organisation_id, id)
){{strict}};
CREATE INDEX report_casefile ON report (organisation_id, casefile_id, reported_on);
CREATE INDEX report_reporter ON report (organisation_id, reporter_id, reported_on);
CREATE INDEX report_reported ON report (organisation_id, reported_on, id);

CREATE TABLE report_kind (
  organisation_id {{text}} NOT NULL,
  report_id {{text}} NOT NULL,
  version {{int}} NOT NULL,
  code {{text}} NOT NULL,
  PRIMARY KEY (organisation_id, report_id, code),
  FOREIGN KEY (organisation_id, report_id) REFERENCES report (organisation_id, id)
){{clustered}};

CREATE TABLE detail (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  report_id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}}, -- the case it was made in, when it was merged into another
  field {{text}} NOT NULL,
  value_sealed {{blob}} NOT NULL,
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, report_id) REFERENCES report (organisation_id, id),
  FOREIGN KEY (organisation_id, by_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX detail_report ON detail (organisation_id, report_id);

CREATE TABLE involved (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  report_id {{text}},
  role {{text}} NOT NULL,
  person_id {{text}},
  name_sealed {{blob}},
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX involved_casefile ON involved (organisation_id, casefile_id);
CREATE INDEX involved_person ON involved (organisation_id, person_id);

CREATE TABLE instigator (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  relation_version {{int}} NOT NULL,
  relation {{text}} NOT NULL,
  description_sealed {{blob}},
  name_sealed {{blob}},
  born_on_sealed {{blob}},
  address_sealed {{blob}},
  reference_sealed {{blob}},
  notified_on {{text}} NOT NULL DEFAULT '',
  postponed_sealed {{blob}},
  retain_until {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX instigator_casefile ON instigator (organisation_id, casefile_id);

CREATE TABLE measure (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  kind_version {{int}} NOT NULL,
  kind {{text}} NOT NULL,
  reason_sealed {{blob}},
  decided_by {{text}},
  decided_at {{int}},
  decided_on {{text}} NOT NULL DEFAULT '',
  starts_on {{text}} NOT NULL DEFAULT '',
  ends_on {{text}} NOT NULL DEFAULT '',
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX measure_casefile ON measure (organisation_id, casefile_id);

CREATE TABLE police_record (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  done_on {{text}} NOT NULL DEFAULT '',
  reference_sealed {{blob}},
  note_sealed {{blob}},
  recorded_by {{text}},
  recorded_at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX police_record_casefile ON police_record (organisation_id, casefile_id);

CREATE TABLE care_talk (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  involved_id {{text}} NOT NULL,
  sequence {{int}} NOT NULL,
  not_before {{text}} NOT NULL DEFAULT '',
  due_at {{int}} NOT NULL,
  planned_at {{int}},
  with_id {{text}},
  with_name_sealed {{blob}},
  state {{text}} NOT NULL,
  held_on {{text}} NOT NULL DEFAULT '',
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, involved_id, sequence),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, involved_id) REFERENCES involved (organisation_id, id),
  FOREIGN KEY (organisation_id, with_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX care_talk_casefile ON care_talk (organisation_id, casefile_id);

CREATE TABLE note (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}}, -- the case it was made in, when it was merged into another
  author_id {{text}} NOT NULL,
  visible {{text}} NOT NULL,
  text_sealed {{blob}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, author_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX note_casefile ON note (organisation_id, casefile_id);

CREATE TABLE feedback (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}}, -- the case it was made in, when it was merged into another
  text_sealed {{blob}},
  waived {{int}} NOT NULL,
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX feedback_casefile ON feedback (organisation_id, casefile_id);

CREATE TABLE evidence (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}}, -- the case it was made in, when it was merged into another
  report_id {{text}},
  name_sealed {{blob}} NOT NULL,
  media_type {{text}} NOT NULL,
  size {{int}} NOT NULL,
  sha256 {{text}} NOT NULL,
  chunks {{int}} NOT NULL,
  state {{text}} NOT NULL,
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  removed_by {{text}},
  removed_at {{int}},
  removed_why_sealed {{blob}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{strict}};
CREATE INDEX evidence_casefile ON evidence (organisation_id, casefile_id);

CREATE TABLE evidence_chunk (
  organisation_id {{text}} NOT NULL,
  evidence_id {{text}} NOT NULL,
  sequence {{int}} NOT NULL,
  data_sealed {{blob}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, evidence_id, sequence)
){{strict}};

-- The timeline: one line per thing that happened, holding codes only.
CREATE TABLE event (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  visible {{text}} NOT NULL,
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  ref {{text}} NOT NULL DEFAULT '',
  detail {{text}} NOT NULL DEFAULT '',
  for_id {{text}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX event_casefile ON event (organisation_id, casefile_id, at);

-- What a case was before another was merged into it, for undoing: codes, ids and instants.
CREATE TABLE case_merge (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  into_id {{text}} NOT NULL,
  from_id {{text}} NOT NULL,
  earlier {{text}} NOT NULL,
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  undone_at {{int}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, into_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, from_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX case_merge_into ON case_merge (organisation_id, into_id);

CREATE TABLE draft (
  organisation_id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  form {{text}} NOT NULL,
  data_sealed {{blob}} NOT NULL,
  saved_at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, person_id, form),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
){{strict}};

CREATE TABLE mail (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  person_id {{text}} NOT NULL,
  reason {{text}} NOT NULL,
  path {{text}} NOT NULL,
  secret_sealed {{blob}},
  state {{text}} NOT NULL,
  attempts {{int}} NOT NULL DEFAULT 0,
  due_at {{int}} NOT NULL,
  created_at {{int}} NOT NULL,
  sent_at {{int}},
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, person_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX mail_due ON mail (organisation_id, state, due_at);

CREATE TABLE overdue_notice (
  organisation_id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  clock {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, casefile_id, clock),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};

CREATE TABLE idempotency (
  organisation_id {{text}} NOT NULL,
  actor {{text}} NOT NULL,
  key {{text}} NOT NULL,
  body_mac {{blob}} NOT NULL,
  resource {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, actor, key)
){{clustered}};
CREATE INDEX idempotency_at ON idempotency (organisation_id, at);

-- One import of an old register: first a file that waits for a decision, then what became of it.
CREATE TABLE register_import (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  state {{text}} NOT NULL,
  name_sealed {{blob}},
  file_sha256 {{text}} NOT NULL,
  mapping_sealed {{blob}},
  outcome_sealed {{blob}},
  rows_read {{int}} NOT NULL,
  progress {{int}} NOT NULL DEFAULT 0,
  added {{int}} NOT NULL DEFAULT 0,
  known {{int}} NOT NULL DEFAULT 0,
  refused {{int}} NOT NULL DEFAULT 0,
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisation (organisation_id)
){{clustered}};
CREATE INDEX register_import_at ON register_import (organisation_id, at);

-- The rows of a file that was sent in, sealed, until a day after.
CREATE TABLE register_upload (
  organisation_id {{text}} NOT NULL,
  import_id {{text}} NOT NULL,
  sequence {{int}} NOT NULL,
  data_sealed {{blob}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, import_id, sequence),
  FOREIGN KEY (organisation_id, import_id) REFERENCES register_import (organisation_id, id)
){{strict}};
