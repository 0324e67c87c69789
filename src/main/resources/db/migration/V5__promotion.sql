-- Solutions that fooled a version of a verifier; their texts and labels are those of the set
-- archive/<verifier>, and they are named by a hash of problem and steps, so that none is there twice.
CREATE TABLE archived_solution (
  set_name    text COLLATE "C" NOT NULL,
  id          text COLLATE "C" NOT NULL,
  verifier    text COLLATE "C" NOT NULL,
  version     text COLLATE "C" NOT NULL,
  origin      text NOT NULL CHECK (origin IN ('OUTCOME', 'FAMILY', 'HUMAN_LABEL', 'PROPOSAL')),
  confidence  double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  archived_at timestamptz NOT NULL,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  PRIMARY KEY (set_name, id),
  FOREIGN KEY (set_name, id) REFERENCES labelled_solution ON DELETE CASCADE
);
CREATE INDEX archived_solution_by_verifier ON archived_solution (verifier, number);

-- What each version of a hosted verifier does now. One serves at most.
CREATE TABLE verifier_version (
  verifier text COLLATE "C" NOT NULL,
  version  text COLLATE "C" NOT NULL,
  state    text NOT NULL
    CHECK (state IN ('CANDIDATE', 'SERVING', 'KEPT', 'REPLACED', 'ROLLED_BACK')),
  since    timestamptz NOT NULL,
  PRIMARY KEY (verifier, version)
);
CREATE UNIQUE INDEX verifier_version_serving ON verifier_version (verifier)
  WHERE state = 'SERVING';

-- How it came to that, and by what evidence; only ever added to.
CREATE TABLE verifier_event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  verifier   text COLLATE "C" NOT NULL,
  version    text COLLATE "C" NOT NULL,
  state      text NOT NULL,
  at         timestamptz NOT NULL,
  decided_by text NOT NULL,
  reason     text NOT NULL,
  reports    uuid[] NOT NULL,
  decision   jsonb,
  FOREIGN KEY (verifier, version) REFERENCES verifier_version
);
CREATE INDEX verifier_event_by_version ON verifier_event (verifier, version, id);

-- A verifier's latest verdicts, and its latest faults, for the alarm.
CREATE INDEX outcome_by_step_verifier ON outcome (step_verifier, id) WHERE step_verifier IS NOT NULL;
CREATE INDEX outcome_step_fault ON outcome (id) WHERE steps ->> 'unread' = 'fault';
