-- Grows with time, so that a training that goes on has the labels that it began with.
ALTER TABLE labelled_solution ADD COLUMN serial bigint GENERATED ALWAYS AS IDENTITY;
CREATE INDEX labelled_solution_by_serial ON labelled_solution (serial);

-- Trainings of new versions that the server began by itself. outcomes_to, labels_to: the newest that
-- there were then; what comes after them is new. failures: how often its process ended with a fault.
CREATE TABLE retraining (
  id          uuid PRIMARY KEY,
  verifier    text COLLATE "C" NOT NULL,
  reason      text NOT NULL,
  start       text NOT NULL,
  recipe      text NOT NULL,
  outcomes_to bigint NOT NULL,
  labels_to   bigint NOT NULL,
  state       text NOT NULL CHECK (state IN ('TRAINING', 'TRAINED', 'FAILED')),
  step        int NOT NULL CHECK (step >= 0),
  steps       int NOT NULL CHECK (steps >= step),
  failures    int NOT NULL CHECK (failures >= 0),
  begun_at    timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  version     text COLLATE "C",
  failure     text,
  CHECK ((state = 'TRAINED') = (version IS NOT NULL)),
  CHECK ((state = 'FAILED') = (failure IS NOT NULL))
);
CREATE UNIQUE INDEX retraining_open ON retraining (verifier) WHERE state = 'TRAINING';
CREATE INDEX retraining_by_verifier ON retraining (verifier, begun_at DESC);
