-- The run that trainers who name a curriculum, and no run, share: one a split and edition of the file.
CREATE TABLE environment (
  curriculum      text COLLATE "C" NOT NULL,
  split           text NOT NULL CHECK (split IN ('TRAIN', 'EVALUATION')),
  curriculum_hash text COLLATE "C" NOT NULL,
  run_id          uuid NOT NULL REFERENCES run,
  PRIMARY KEY (curriculum, split, curriculum_hash)
);

-- A numbered place in a trainer's list of tasks. Its group of candidates shares one task; the next
-- group is asked afresh. round: how many groups were asked before; opened: candidates of this one.
CREATE TABLE slot (
  run_id uuid NOT NULL REFERENCES run,
  number bigint NOT NULL,
  round  bigint NOT NULL,
  opened int NOT NULL CHECK (opened > 0),
  PRIMARY KEY (run_id, number)
);

-- A candidate in the making: all that its player wrote, and the keys that it was sent with ('' for none).
CREATE TABLE episode (
  id        uuid PRIMARY KEY,
  offer_id  uuid NOT NULL REFERENCES offer,
  messages  text[] NOT NULL DEFAULT '{}',
  keys      text[] COLLATE "C" NOT NULL DEFAULT '{}',
  over      boolean NOT NULL DEFAULT false,
  seen_at   timestamptz NOT NULL,
  closed_at timestamptz,
  CHECK (cardinality(messages) = cardinality(keys))
);
CREATE INDEX episode_by_age ON episode (seen_at);
CREATE INDEX episode_open ON episode (id) WHERE closed_at IS NULL AND NOT over;
