-- What people are asked to judge, and what they said.

-- One random choice of what is put before people; outcomes_to: the last outcome that was looked at.
CREATE TABLE review_draw (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  drawn_at    timestamptz NOT NULL,
  outcomes_to bigint NOT NULL
);

-- How many of each source could have been drawn: what an error rate is estimated of.
CREATE TABLE review_frame (
  draw_id bigint NOT NULL REFERENCES review_draw,
  source  text NOT NULL CHECK (source IN ('DISAGREEMENT', 'UNSOUND', 'AUDIT')),
  size    int NOT NULL CHECK (size > 0),
  PRIMARY KEY (draw_id, source)
);

-- key: what is judged, once for ever. label: P(no step is wrong) in use before people were asked.
-- first_error, score: what people found; of a gold item, what is known.
CREATE TABLE review_item (
  id                   uuid PRIMARY KEY,
  key                  text COLLATE "C" NOT NULL UNIQUE,
  source               text NOT NULL CHECK (source IN ('DISAGREEMENT', 'UNSOUND', 'AUDIT', 'GOLD')),
  state                text NOT NULL CHECK (state IN
                         ('WAITING', 'PASSED', 'OPEN', 'DISPUTED', 'DONE', 'DROPPED', 'GOLD')),
  problem              text NOT NULL,
  steps                text[] NOT NULL CHECK (cardinality(steps) > 0),
  final_answer_correct boolean,
  generator            text NOT NULL,
  licence              text NOT NULL,
  split                text NOT NULL CHECK (split IN ('TRAIN', 'VALIDATION', 'TEST')),
  label                double precision CHECK (label BETWEEN 0 AND 1),
  value                double precision NOT NULL CHECK (value >= 0),
  twice                boolean NOT NULL,
  draw_id              bigint,
  inclusion            double precision CHECK (inclusion > 0 AND inclusion <= 1),
  first_error          int CHECK (first_error >= 0),
  score                double precision CHECK (score IN (0, 0.5, 1)),
  created_at           timestamptz NOT NULL,
  decided_at           timestamptz,
  FOREIGN KEY (draw_id, source) REFERENCES review_frame (draw_id, source),
  CHECK ((source = 'GOLD') = (state = 'GOLD')),
  CHECK ((state IN ('OPEN', 'DISPUTED', 'DONE', 'DROPPED')) = (inclusion IS NOT NULL)),
  CHECK ((state = 'DONE') = (decided_at IS NOT NULL))
);
CREATE INDEX review_item_by_state ON review_item (state, value DESC, id);

-- One rater's dealing with one item: one row, whatever happens.
CREATE TABLE review_vote (
  item_id      uuid NOT NULL REFERENCES review_item,
  rater        text COLLATE "C" NOT NULL,
  state        text NOT NULL CHECK (state IN ('LEASED', 'ANSWERED', 'SKIPPED')),
  adjudicates  boolean NOT NULL,
  leased_until timestamptz NOT NULL,
  first_error  int CHECK (first_error >= 0),
  score        double precision CHECK (score IN (0, 0.5, 1)),
  comment      text,
  voted_at     timestamptz,
  PRIMARY KEY (item_id, rater),
  CHECK ((state = 'LEASED') = (voted_at IS NULL)),
  CHECK ((state = 'ANSWERED') = (score IS NOT NULL))
);
CREATE INDEX review_vote_by_rater ON review_vote (rater, state);
