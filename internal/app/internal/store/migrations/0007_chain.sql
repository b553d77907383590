-- +goose Up

-- What a step to the police holds besides day and number: what was asked of the police, and how the employee is named in the file.
ALTER TABLE police_record ADD COLUMN vpt_asked {{text}} NOT NULL DEFAULT '';
ALTER TABLE police_record ADD COLUMN vpt_confirmed {{text}} NOT NULL DEFAULT '';
ALTER TABLE police_record ADD COLUMN domicile {{text}} NOT NULL DEFAULT '';
ALTER TABLE police_record ADD COLUMN identity_mode {{text}} NOT NULL DEFAULT '';
ALTER TABLE police_record ADD COLUMN filed_by {{text}} NOT NULL DEFAULT '';
ALTER TABLE police_record ADD COLUMN attorney {{text}} NOT NULL DEFAULT '';
ALTER TABLE police_record ADD COLUMN attorney_on {{text}} NOT NULL DEFAULT '';
ALTER TABLE police_record ADD COLUMN not_filed {{text}} NOT NULL DEFAULT '';
ALTER TABLE police_record ADD COLUMN version {{int}} NOT NULL DEFAULT 1;

-- One line of what came of a step to the police: progress or outcome.
CREATE TABLE police_step (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  record_id {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  happened_on {{text}} NOT NULL,
  hearing_on {{text}} NOT NULL DEFAULT '',
  told_on {{text}} NOT NULL DEFAULT '',
  reference_sealed {{blob}},
  demanded_sealed {{blob}},
  sentence_sealed {{blob}},
  note_sealed {{blob}},
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, record_id) REFERENCES police_record (organisation_id, id)
){{clustered}};
CREATE INDEX police_step_casefile ON police_step (organisation_id, casefile_id);

-- Whether Halt is worth mentioning, and what came of it: markers only.
CREATE TABLE halt_check (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  age {{int}} NOT NULL,
  age_known {{int}} NOT NULL,
  injury {{text}} NOT NULL,
  weapon {{text}} NOT NULL,
  police_knows {{text}} NOT NULL,
  wish {{text}} NOT NULL,
  damage {{text}} NOT NULL,
  advice {{text}} NOT NULL,
  referred_by {{text}} NOT NULL DEFAULT '',
  article_sealed {{blob}},
  referred_on {{text}} NOT NULL DEFAULT '',
  talk_held {{text}} NOT NULL DEFAULT '',
  satisfied {{text}} NOT NULL DEFAULT '',
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX halt_check_casefile ON halt_check (organisation_id, casefile_id);

-- One thing that was damaged or cost money, and how it is recovered. Amounts are in cents.
CREATE TABLE damage_item (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  kind {{text}} NOT NULL,
  amount {{int}} NOT NULL,
  description_sealed {{blob}},
  evidence_id {{text}},
  route {{text}} NOT NULL DEFAULT '',
  claimed {{int}} NOT NULL DEFAULT 0,
  claimed_on {{text}} NOT NULL DEFAULT '',
  awarded {{int}} NOT NULL DEFAULT 0,
  awarded_on {{text}} NOT NULL DEFAULT '',
  received {{int}} NOT NULL DEFAULT 0,
  received_on {{text}} NOT NULL DEFAULT '',
  given_up {{int}} NOT NULL DEFAULT 0,
  given_up_why_sealed {{blob}},
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  version {{int}} NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, evidence_id) REFERENCES evidence (organisation_id, id)
){{clustered}};
CREATE INDEX damage_item_casefile ON damage_item (organisation_id, casefile_id);

-- What is learnt from a case: why it could happen, never whose fault it was.
CREATE TABLE analysis (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  trigger_version {{int}} NOT NULL,
  trigger_code {{text}} NOT NULL,
  nature_version {{int}} NOT NULL,
  nature {{text}} NOT NULL,
  colleague {{text}} NOT NULL,
  colleague_did_sealed {{blob}},
  colleague_helped {{text}} NOT NULL DEFAULT '',
  would_help_sealed {{blob}},
  lessons_sealed {{blob}},
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  made_on {{text}} NOT NULL,
  version {{int}} NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id)
){{clustered}};
CREATE INDEX analysis_casefile ON analysis (organisation_id, casefile_id);
CREATE INDEX analysis_made ON analysis (organisation_id, made_on);

-- The causes on the organisation's side that an analysis found.
CREATE TABLE analysis_cause (
  organisation_id {{text}} NOT NULL,
  analysis_id {{text}} NOT NULL,
  version {{int}} NOT NULL,
  code {{text}} NOT NULL,
  PRIMARY KEY (organisation_id, analysis_id, code),
  FOREIGN KEY (organisation_id, analysis_id) REFERENCES analysis (organisation_id, id)
){{clustered}};

-- Something that the organisation is going to do better, by whom and before when.
CREATE TABLE improvement (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  what_sealed {{blob}} NOT NULL,
  owner_id {{text}} NOT NULL,
  due_on {{text}} NOT NULL,
  plan_sealed {{blob}},
  done_on {{text}} NOT NULL DEFAULT '',
  result_sealed {{blob}},
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  version {{int}} NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, owner_id) REFERENCES person (organisation_id, id)
){{clustered}};
CREATE INDEX improvement_casefile ON improvement (organisation_id, casefile_id);
CREATE INDEX improvement_owner ON improvement (organisation_id, owner_id);

-- The test of article 9 of the Arbowet for one affected person.
CREATE TABLE accident (
  organisation_id {{text}} NOT NULL,
  id {{text}} NOT NULL,
  casefile_id {{text}} NOT NULL,
  origin_id {{text}} NOT NULL,
  involved_id {{text}},
  injury_version {{int}} NOT NULL,
  injury {{text}} NOT NULL,
  absent {{text}} NOT NULL,
  hospital {{int}} NOT NULL,
  permanent {{int}} NOT NULL,
  death {{int}} NOT NULL,
  notify {{int}} NOT NULL,
  listed {{int}} NOT NULL,
  notified_on {{text}} NOT NULL DEFAULT '',
  by_id {{text}} NOT NULL,
  at {{int}} NOT NULL,
  version {{int}} NOT NULL DEFAULT 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, casefile_id) REFERENCES casefile (organisation_id, id),
  FOREIGN KEY (organisation_id, involved_id) REFERENCES involved (organisation_id, id)
){{clustered}};
CREATE INDEX accident_casefile ON accident (organisation_id, casefile_id);
