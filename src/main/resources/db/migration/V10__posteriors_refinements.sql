-- What a label made without people is worth. panel: who voted; settled, valid: how; posterior: P(no
-- step is wrong) by the votes and by all others of that panel. Earlier labellings have none.
ALTER TABLE labelling
  ADD panel     text COLLATE "C",
  ADD settled   int CHECK (settled >= 0),
  ADD valid     int CHECK (valid BETWEEN 0 AND settled),
  ADD posterior double precision CHECK (posterior BETWEEN 0 AND 1);
CREATE INDEX labelling_by_votes ON labelling (panel, settled, valid) WHERE panel IS NOT NULL;

-- P(the label is right); people's labels are taken for right.
ALTER TABLE labelled_solution
  ADD confidence double precision NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1);

-- Problems that are worked on in rounds. What is asked next follows from the attempts and their
-- labellings alone. seen: attempts that were looked at once all were judged; to_refine: whether the
-- server's own refiner is to answer since; due_at: when again.
CREATE TABLE refinement (
  id               uuid PRIMARY KEY,
  request_key      text COLLATE "C" UNIQUE,
  content_hash     bytea NOT NULL,
  name             text COLLATE "C" NOT NULL,
  problem          text NOT NULL,
  generator        text NOT NULL,
  licence          text NOT NULL,
  course           text NOT NULL CHECK (course IN ('THREADS', 'SEARCH')),
  until            text NOT NULL CHECK (until IN ('VERIFIED', 'SELF')),
  width            int NOT NULL CHECK (width > 0),
  rounds           int NOT NULL CHECK (rounds > 0),
  parents          int NOT NULL CHECK (parents > 0),
  asks_per_parent  int NOT NULL CHECK (asks_per_parent > 0),
  analyses_per_ask int NOT NULL CHECK (analyses_per_ask > 0),
  refiner          boolean NOT NULL,
  seen             int NOT NULL DEFAULT 0,
  to_refine        boolean NOT NULL DEFAULT false,
  due_at           timestamptz NOT NULL,
  created_at       timestamptz NOT NULL,
  ended_at         timestamptz
);
CREATE INDEX refinement_by_age ON refinement (created_at DESC, id);
CREATE INDEX refinement_by_name ON refinement (name, created_at DESC, id);
CREATE INDEX refinement_due ON refinement (due_at) WHERE ended_at IS NULL;
CREATE INDEX refinement_to_refine ON refinement (due_at) WHERE to_refine;

-- One attempt, with whose critique it was made after. evaluation: the writer's own.
CREATE TABLE refinement_attempt (
  refinement_id uuid NOT NULL REFERENCES refinement,
  number        int NOT NULL CHECK (number >= 0),
  round         int NOT NULL CHECK (round >= 0),
  thread        int NOT NULL CHECK (thread >= 0),
  parent        int,
  response      text NOT NULL,
  broken        text,
  self_score    double precision CHECK (self_score IN (0, 0.5, 1)),
  evaluation    text,
  labelling_id  uuid UNIQUE REFERENCES labelling,
  made_at       timestamptz NOT NULL,
  PRIMARY KEY (refinement_id, number),
  FOREIGN KEY (refinement_id, parent) REFERENCES refinement_attempt (refinement_id, number),
  CHECK ((broken IS NULL) = (labelling_id IS NOT NULL)),
  CHECK ((broken IS NULL) = (self_score IS NOT NULL AND evaluation IS NOT NULL))
);
