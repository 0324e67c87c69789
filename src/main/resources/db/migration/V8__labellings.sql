-- Proofs that are labelled without people. rule: as it was when the proof came, for all its votes.
-- holder: who works on it, and until due_at nobody else may; without one it rests until then.
-- mean: verification score of its analyses without those that were refuted; none where unjudged.
CREATE TABLE labelling (
  id           uuid PRIMARY KEY,
  request_key  text COLLATE "C" UNIQUE,
  content_hash bytea NOT NULL,
  problem      text NOT NULL,
  steps        text[] NOT NULL CHECK (cardinality(steps) > 0),
  generator    text NOT NULL,
  licence      text NOT NULL,
  rule         text NOT NULL,
  state        text NOT NULL CHECK (state IN ('OPEN', 'LABELLED', 'DISCARDED', 'HUMAN')),
  score        double precision CHECK (score IN (0, 0.5, 1)),
  reason       text CHECK (reason IN ('CONTESTED', 'UNJUDGED')),
  first_error  int CHECK (first_error >= 0),
  mean         double precision CHECK (mean BETWEEN 0 AND 1),
  due_at       timestamptz NOT NULL,
  holder       uuid,
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  CHECK ((state = 'OPEN') = (ended_at IS NULL)),
  CHECK ((state = 'LABELLED') = (score IS NOT NULL)),
  CHECK ((state IN ('DISCARDED', 'HUMAN')) = (reason IS NOT NULL)),
  CHECK (mean IS NULL OR state <> 'OPEN'),
  CHECK (holder IS NULL OR state = 'OPEN')
);
CREATE INDEX labelling_due ON labelling (due_at) WHERE state = 'OPEN';
CREATE INDEX labelling_by_age ON labelling (created_at DESC, id);
CREATE INDEX labelling_by_state ON labelling (state, created_at DESC, id);

-- Every call for one proof and what came of it, in order: the proof's whole ledger.
CREATE TABLE labelling_entry (
  labelling_id uuid NOT NULL REFERENCES labelling,
  position     int NOT NULL CHECK (position >= 0),
  kind         text NOT NULL CHECK (kind IN ('ANALYSED', 'CHECKED', 'FAILED')),
  score        double precision CHECK (score IN (0, 0.5, 1)),
  analysis     text,
  confirms     boolean,
  failure      text,
  asked        text NOT NULL,
  made_at      timestamptz NOT NULL,
  PRIMARY KEY (labelling_id, position),
  CHECK ((kind = 'ANALYSED') = (score IS NOT NULL AND analysis IS NOT NULL)),
  CHECK ((kind = 'CHECKED') = (confirms IS NOT NULL)),
  CHECK ((kind = 'FAILED') = (failure IS NOT NULL))
);
