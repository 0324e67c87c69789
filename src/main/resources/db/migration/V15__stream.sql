-- How far the events of each source have been published; the rows themselves are the events.
CREATE TABLE event_position (
  source   text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL CHECK (position >= 0)
);

-- number: grows with time over all runs. Of earlier moves nobody knows the time any more.
ALTER TABLE move
  ADD COLUMN number   bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  ADD COLUMN moved_at timestamptz NOT NULL DEFAULT now();

-- Of earlier ones the same is true.
ALTER TABLE labelled_solution ADD COLUMN added_at timestamptz NOT NULL DEFAULT now();

-- Labels that were found to be more, or less, probably right than was thought.
CREATE TABLE label_correction (
  number          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  set_name        text COLLATE "C" NOT NULL,
  label_id        text COLLATE "C" NOT NULL,
  from_confidence double precision NOT NULL,
  to_confidence   double precision NOT NULL,
  corrected_at    timestamptz NOT NULL DEFAULT now()
);
