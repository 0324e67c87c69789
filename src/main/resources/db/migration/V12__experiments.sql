-- Mixtures of datasets that a client asks by name and index, as reasoning-gym's service keeps them.
-- versions: how many were ever made; salt: what chooses between the datasets.
CREATE TABLE experiment (
  id         uuid PRIMARY KEY,
  name       text COLLATE "C" NOT NULL UNIQUE,
  size       int NOT NULL CHECK (size > 0),
  seed       bigint,
  salt       text NOT NULL,
  versions   int NOT NULL CHECK (versions > 0),
  created_at timestamptz NOT NULL
);

-- A dataset as it was asked from then on; earlier ones stay, for the answers in flight. config: as
-- the client sent it; levels: what was read from it.
CREATE TABLE experiment_dataset (
  experiment_id  uuid NOT NULL REFERENCES experiment ON DELETE CASCADE,
  version        int NOT NULL CHECK (version > 0),
  position       int NOT NULL CHECK (position >= 0),
  name           text COLLATE "C" NOT NULL,
  weight         double precision NOT NULL CHECK (weight > 0),
  config         text NOT NULL,
  levels         text NOT NULL,
  family_version text NOT NULL,
  salt           text NOT NULL,
  current        boolean NOT NULL,
  PRIMARY KEY (experiment_id, version)
);
CREATE UNIQUE INDEX experiment_dataset_current ON experiment_dataset (experiment_id, position)
  WHERE current;
