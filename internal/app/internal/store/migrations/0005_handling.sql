-- +goose Up

-- What a measure rests on, from the draft to its end: the gates of vpt read these columns.
ALTER TABLE measure ADD COLUMN state {{text}} NOT NULL DEFAULT 'besloten';
ALTER TABLE measure ADD COLUMN instigator_id {{text}};
ALTER TABLE measure ADD COLUMN prepared_by {{text}};
ALTER TABLE measure ADD COLUMN prepared_at {{int}};
ALTER TABLE measure ADD COLUMN class {{int}} NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN times {{int}} NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN protocol_version {{int}} NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN house_rules_id {{text}};
ALTER TABLE measure ADD COLUMN skipped_why_sealed {{blob}};
ALTER TABLE measure ADD COLUMN deviation_why_sealed {{blob}};
ALTER TABLE measure ADD COLUMN duration_why_sealed {{blob}};
ALTER TABLE measure ADD COLUMN lighter_sealed {{blob}};
ALTER TABLE measure ADD COLUMN review_on {{text}} NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN reachable_sealed {{blob}};
ALTER TABLE measure ADD COLUMN contact_id {{text}};
ALTER TABLE measure ADD COLUMN contact_name_sealed {{blob}};
ALTER TABLE measure ADD COLUMN remedy {{text}} NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN sensitive {{text}} NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN separate {{int}} NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN urgent_why_sealed {{blob}};
ALTER TABLE measure ADD COLUMN hearing_id {{text}};
ALTER TABLE measure ADD COLUMN everywhere {{int}} NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN sites {{text}} NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN channels {{text}} NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN exceptions_sealed {{blob}};
ALTER TABLE measure ADD COLUMN how_to_act_sealed {{blob}};
ALTER TABLE measure ADD COLUMN second_by {{text}};
ALTER TABLE measure ADD COLUMN second_at {{int}};
ALTER TABLE measure ADD COLUMN second_why_sealed {{blob}};
ALTER TABLE measure ADD COLUMN lifted_on {{text}} NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN lifted_by {{text}};
ALTER TABLE measure ADD COLUMN lifted_why_sealed {{blob}};
ALTER TABLE measure ADD COLUMN extends_id {{text}};
ALTER TABLE measure ADD COLUMN version {{int}} NOT NULL DEFAULT 1;
CREATE INDEX measure_active ON measure (organisation_id, state, ends_on);
-- A measure of before this is about the one person who is on record in its case; with more than one nobody can tell.
UPDATE measure SET prepared_by = decided_by, prepared_at = decided_at,
  instigator_id = (SELECT MIN(i.id) FROM instigator i WHERE i.organisation_id = measure.organisation_id AND i.casefile_id = measure.casefile_id HAVING COUNT(i.id) = 1);

-- The facts under a measure: what was done, on which day.
CREATE TABLE measure_fact (
  organisation_id {{text}} NOT NULL,
  measure_id {{text}} NOT NULL,
  sequence {{int}} NOT NULL,
  happened_on {{text}} NOT NULL,
  text_sealed {{blob}} NOT NULL,
  PRIMARY KEY (organisation_id, measure_id, sequence),
  FOREIGN KEY (organisation_id, measure_id) REFERENCES measure (organisation_id, id)
){{clustered}};

-- A talk with the instigator: to hear her side, or about order, with agreements.
CREATE TABLE hearing (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  instigator_id {{text}},
  kind {{text}} NOT NULL,
  state {{text}} NOT NULL,
  invited_on {{text}} NOT NULL DEFAULT '',
  planned_at {{int}},
  place_sealed {{blob}},
  held_on {{text}} NOT NULL DEFAULT '',
  present_sealed {{blob}},
  account_sealed {{blob}},
  agreements_sealed {{blob}},
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  version {{int}} NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX hearing_casefile ON hearing (organisation_id, casefile_id);

-- What the citizen did about a measure: a complaint, an objection, a judge.
CREATE TABLE remedy (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  measure_id {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  received_on {{text}} NOT NULL,
  due_on {{text}} NOT NULL,
  extended {{int}} NOT NULL DEFAULT 0,
  summary_sealed {{blob}},
  outcome {{text}} NOT NULL DEFAULT '',
  outcome_on {{text}} NOT NULL DEFAULT '',
  outcome_why_sealed {{blob}},
  effect {{text}} NOT NULL DEFAULT '',
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  version {{int}} NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, measure_id) REFERENCES measure (organisation_id, id)
){{clustered}};
CREATE INDEX remedy_casefile ON remedy (organisation_id, casefile_id);

-- Two cases that belong together: earlier conduct of the same person, or a breach of a measure. Made by hand, never found by matching.
CREATE TABLE case_link (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  earlier_id {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  measure_id {{text}},
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, casefile_id, earlier_id, kind),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, earlier_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX case_link_earlier ON case_link (organisation_id, earlier_id);

-- A letter: made by a job after the decision, then frozen.
CREATE TABLE letter (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  template {{text}} NOT NULL,
  template_version {{int}} NOT NULL,
  about {{text}} NOT NULL DEFAULT '',
  number {{text}},
  state {{text}} NOT NULL,
  values_sealed {{blob}} NOT NULL,
  model_sealed {{blob}},
  pdf_sealed {{blob}},
  sha256 {{text}} NOT NULL DEFAULT '',
  frozen_at {{int}},
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, number),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{strict}};
CREATE INDEX letter_casefile ON letter (organisation_id, casefile_id);
CREATE INDEX letter_state ON letter (organisation_id, state);

-- How a letter left the building, and what proves it.
CREATE TABLE delivery (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  letter_id {{text}} NOT NULL,
  way {{text}} NOT NULL,
  state {{text}} NOT NULL,
  to_sealed {{blob}},
  token_hash {{blob}} UNIQUE,
  secret_sealed {{blob}},
  expires_at {{int}},
  sent_on {{text}} NOT NULL DEFAULT '',
  sent_at {{int}},
  opened_at {{int}},
  proof_sealed {{blob}},
  attempts {{int}} NOT NULL DEFAULT 0,
  due_at {{int}},
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, letter_id) REFERENCES letter (organisation_id, id)
){{strict}};
CREATE INDEX delivery_letter ON delivery (organisation_id, letter_id);
CREATE INDEX delivery_due ON delivery (organisation_id, state, due_at);

-- An organisation's own version of a letter.
CREATE TABLE letter_template (
  organisation_id {{text}} NOT NULL REFERENCES organisation (organisation_id),
  code {{text}} NOT NULL,
  version {{int}} NOT NULL,
  data {{text}} NOT NULL,
  by_actor {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, code, version)
){{strict}};

-- Something that somebody still has to do, with its day. Made and finished in the transaction of what causes it.
CREATE TABLE duty (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  ref {{text}} NOT NULL,
  role {{text}} NOT NULL DEFAULT '',
  person_id {{text}},
  due_at {{int}} NOT NULL,
  created_at {{int}} NOT NULL,
  done_at {{int}},
  told {{int}} NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, kind, ref),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX duty_casefile ON duty (organisation_id, casefile_id);
CREATE INDEX duty_due ON duty (organisation_id, done_at, due_at);
