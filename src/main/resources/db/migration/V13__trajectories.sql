-- What environments send and a trainer fetches, as Atropos' server holds it between them. At most
-- one trainer is served. started: whether it has asked for a batch; batch: the last that was formed.
CREATE TABLE trajectory_trainer (
  id                       int PRIMARY KEY CHECK (id = 1),
  wandb_group              text NOT NULL,
  wandb_project            text NOT NULL,
  batch_size               int NOT NULL CHECK (batch_size > 0),
  max_token_len            int NOT NULL,
  checkpoint_dir           text NOT NULL,
  save_checkpoint_interval int NOT NULL,
  num_steps                int NOT NULL,
  step                     int NOT NULL,
  started                  boolean NOT NULL DEFAULT false,
  batch                    bigint NOT NULL DEFAULT 0
);

CREATE TABLE trajectory_environment (
  id                   int PRIMARY KEY CHECK (id >= 0),
  desired_name         text COLLATE "C" NOT NULL,
  name                 text NOT NULL,
  max_token_length     int NOT NULL,
  weight               double precision NOT NULL,
  group_size           int NOT NULL CHECK (group_size > 0),
  min_batch_allocation double precision CHECK (min_batch_allocation BETWEEN 0 AND 1),
  connected            boolean NOT NULL DEFAULT true
);

-- Sequences that belong together, as they were sent. place: its turn in the queue.
CREATE TABLE trajectory_group (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place          bigint NOT NULL,
  environment_id int,
  sequences      int NOT NULL CHECK (sequences > 0),
  characters     int NOT NULL,
  state          text NOT NULL CHECK (state IN ('BUFFERED', 'QUEUED', 'BATCHED', 'SENT')),
  batch          bigint,
  data           text NOT NULL,
  CHECK ((state IN ('BATCHED', 'SENT')) = (batch IS NOT NULL))
);
CREATE SEQUENCE trajectory_place;
CREATE INDEX trajectory_group_by_place ON trajectory_group (state, place);
