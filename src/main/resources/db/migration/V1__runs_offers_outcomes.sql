-- One training job. Its curriculum is kept as it was, so that every choice can be made again.
CREATE TABLE run (
  id                uuid PRIMARY KEY,
  name              text NOT NULL,
  curriculum        text NOT NULL,
  curriculum_source text NOT NULL,
  curriculum_hash   text NOT NULL,
  group_size        int NOT NULL CHECK (group_size > 0),
  split             text NOT NULL CHECK (split IN ('TRAIN', 'EVALUATION')),
  salt              text NOT NULL,
  next_index        bigint NOT NULL DEFAULT 0,
  lessons           bigint NOT NULL DEFAULT 0,
  created_at        timestamptz NOT NULL,
  finished_at       timestamptz
);
CREATE INDEX run_created ON run (created_at, id);

-- One task handed out, with the probability of that choice and places for its candidates.
-- lesson: NULL until the curriculum has learned from the closed group; 0 where there was nothing to learn.
CREATE TABLE offer (
  id             uuid PRIMARY KEY,
  run_id         uuid NOT NULL REFERENCES run,
  task_index     bigint NOT NULL,
  family         text NOT NULL,
  family_version text NOT NULL,
  levels         text NOT NULL,
  probability    double precision NOT NULL CHECK (probability > 0 AND probability <= 1),
  chosen_after   bigint NOT NULL,
  places         int NOT NULL CHECK (places > 0),
  taken          int NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND places),
  passed         int NOT NULL DEFAULT 0 CHECK (passed BETWEEN 0 AND taken),
  closed         boolean NOT NULL DEFAULT false,
  lesson         bigint,
  to_learn       boolean NOT NULL GENERATED ALWAYS AS (closed AND lesson IS NULL) STORED,
  request_key    text,
  created_at     timestamptz NOT NULL,
  UNIQUE (run_id, task_index)
);
-- to_learn is a column of its own because the planner takes its two parts for independent, and then
-- expects, and reads, a thousand times too many rows.
CREATE INDEX offer_to_learn ON offer (run_id, id) WHERE to_learn;
CREATE INDEX offer_open ON offer (created_at) WHERE NOT closed;
CREATE INDEX offer_by_key ON offer (run_id, request_key) WHERE request_key IS NOT NULL;

-- One judged candidate: all that its reward can be computed from again stands in this row.
CREATE TABLE outcome (
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id            uuid NOT NULL,
  offer_id          uuid NOT NULL REFERENCES offer,
  place             int NOT NULL,
  item_key          text,
  family            text NOT NULL,
  family_version    text NOT NULL,
  levels            text NOT NULL,
  split             text NOT NULL,
  salt              text NOT NULL,
  task_index        bigint NOT NULL,
  probability       double precision NOT NULL,
  candidate         text,
  candidate_hash    bytea NOT NULL,
  grade             text NOT NULL CHECK (grade IN ('RIGHT', 'WRONG', 'UNREADABLE')),
  reward            double precision NOT NULL,
  components        jsonb NOT NULL,
  error_probability double precision NOT NULL,
  verifier          text NOT NULL,
  formula           text NOT NULL,
  received_at       timestamptz NOT NULL,
  verify_micros     int NOT NULL,
  UNIQUE (offer_id, place),
  UNIQUE (offer_id, item_key)
);
CREATE INDEX outcome_by_run ON outcome (run_id, id);
CREATE INDEX outcome_with_text ON outcome (received_at) WHERE candidate IS NOT NULL;

-- The curriculum's state: a fold of the lessons in their order, kept so that nobody need fold again.
CREATE TABLE cell (
  run_id      uuid NOT NULL REFERENCES run,
  family      text NOT NULL,
  levels      text NOT NULL,
  alpha       double precision NOT NULL,
  beta        double precision NOT NULL,
  mixed       double precision NOT NULL,
  groups      bigint NOT NULL,
  usable      bigint NOT NULL,
  rollouts    bigint NOT NULL,
  passed      bigint NOT NULL,
  last_lesson bigint NOT NULL,
  PRIMARY KEY (run_id, family, levels)
);
CREATE TABLE reach (
  run_id uuid NOT NULL REFERENCES run,
  family text NOT NULL,
  levels text NOT NULL,
  PRIMARY KEY (run_id, family)
);
CREATE TABLE move (
  run_id     uuid NOT NULL REFERENCES run,
  lesson     bigint NOT NULL,
  family     text NOT NULL,
  control    text NOT NULL,
  from_level int NOT NULL,
  to_level   int NOT NULL,
  reason     text NOT NULL,
  PRIMARY KEY (run_id, lesson)
);
