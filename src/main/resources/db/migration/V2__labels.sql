-- Solutions that people, or scripts, have labelled step by step: what verifiers are measured against
-- and trained on.
CREATE TABLE label_set (
  name       text COLLATE "C" PRIMARY KEY,
  created_at timestamptz NOT NULL
);

-- One file imported into a set. The same file again adds nothing.
CREATE TABLE label_file (
  set_name    text COLLATE "C" NOT NULL REFERENCES label_set ON DELETE CASCADE,
  sha256      text NOT NULL,
  file_name   text NOT NULL,
  lines       bigint NOT NULL CHECK (lines >= 0),
  refused     bigint NOT NULL CHECK (refused >= 0),
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (set_name, sha256)
);

-- labels: one character for each step: + right, 0 neutral, - wrong, ? unknown.
-- scope: SOLUTION where the labels tell the first error; STEP where single steps are labelled alone.
-- content_hash: of all the other columns but set and id, to tell a repeated row from another one.
-- Ids sort by their bytes, so that every database lists a set in the same order.
CREATE TABLE labelled_solution (
  set_name             text COLLATE "C" NOT NULL REFERENCES label_set ON DELETE CASCADE,
  id                   text COLLATE "C" NOT NULL,
  split                text NOT NULL CHECK (split IN ('TRAIN', 'VALIDATION', 'TEST')),
  problem              text NOT NULL,
  steps                text[] NOT NULL,
  labels               text NOT NULL CHECK (labels ~ '^[-+0?]+$'),
  scope                text NOT NULL CHECK (scope IN ('SOLUTION', 'STEP')),
  final_answer_correct boolean,
  generator            text NOT NULL,
  label_source         text NOT NULL,
  licence              text NOT NULL,
  content_hash         bytea NOT NULL,
  PRIMARY KEY (set_name, id),
  CHECK (cardinality(steps) = length(labels))
);
