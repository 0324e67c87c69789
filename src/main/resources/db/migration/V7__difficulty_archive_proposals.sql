-- What a run's lessons say of cells that nobody has tried: a fold of the lessons in their order.
CREATE TABLE difficulty (
  run_id           uuid PRIMARY KEY REFERENCES run,
  lessons          bigint NOT NULL,
  ability          double precision NOT NULL DEFAULT 0,
  ability_variance double precision NOT NULL DEFAULT 1,
  judged           double precision NOT NULL DEFAULT 0,
  forecast_square  double precision NOT NULL DEFAULT 0,
  product          double precision NOT NULL DEFAULT 0,
  share_square     double precision NOT NULL DEFAULT 0
);
CREATE TABLE family_effects (
  run_id     uuid NOT NULL REFERENCES run,
  family     text NOT NULL,
  mean       double precision[] NOT NULL,
  covariance double precision[] NOT NULL,
  PRIMARY KEY (run_id, family)
);
-- Lessons in their order, for a run begun before there was a difficulty.
CREATE INDEX offer_by_lesson ON offer (run_id, lesson) WHERE lesson > 0;

-- Where a task comes from if not from the scheduler: an archived case of the run (parent_index, with
-- its levels and the edit), or somebody's proposal (seed in place of the run's salt, or the question
-- and its confirmed answer word for word). seed_index: the identity's index where it is not the task's.
ALTER TABLE offer
  ADD COLUMN seed          text,
  ADD COLUMN seed_index    bigint,
  ADD COLUMN parent_index  bigint,
  ADD COLUMN parent_levels text,
  ADD COLUMN edit          text CHECK (edit IN ('SAME', 'RESEED', 'HARDER', 'EASIER', 'RESHAPE')),
  ADD COLUMN question      text,
  ADD COLUMN answer        text,
  ADD CHECK ((edit IS NULL) = (parent_index IS NULL) AND (edit IS NULL) = (parent_levels IS NULL)),
  ADD CHECK ((question IS NULL) = (answer IS NULL));

-- A run's archive: a fold of its groups in their order, like its cells.
CREATE TABLE archived_case (
  run_id        uuid NOT NULL REFERENCES run,
  case_index    bigint NOT NULL,
  family        text NOT NULL,
  levels        text NOT NULL,
  parent_index  bigint,
  parent_levels text,
  edit          text,
  score         double precision NOT NULL CHECK (score > 0 AND score <= 0.5),
  contested     int NOT NULL DEFAULT 0,
  lesson        bigint NOT NULL,
  PRIMARY KEY (run_id, case_index)
);

-- What a proposing model posted, whether it was let through, and the task it became. The reward is
-- never stored: it follows from the task's own counts. content_hash: of the request's item and shape.
CREATE TABLE proposal (
  id          uuid PRIMARY KEY,
  run_id      uuid NOT NULL REFERENCES run,
  item_key    text,
  content_hash bytea NOT NULL,
  family      text NOT NULL,
  levels      text,
  seed        text,
  question    text,
  shape       text NOT NULL,
  failures    jsonb NOT NULL,
  repetition  double precision NOT NULL CHECK (repetition BETWEEN 0 AND 1),
  sketch      int[],
  offer_id    uuid REFERENCES offer,
  created_at  timestamptz NOT NULL,
  UNIQUE (run_id, item_key)
);
CREATE INDEX proposal_by_run ON proposal (run_id, id);
CREATE INDEX proposal_admitted ON proposal (run_id, id DESC) WHERE offer_id IS NOT NULL;
