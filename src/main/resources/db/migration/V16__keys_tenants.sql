-- Who may ask. hash: SHA-256 of a secret of 256 random bits, which nobody can guess, fast or slow.
-- earlier_hash: the secret before the last rotation, good until earlier_until. run_id: the only run
-- that the key may see. per_minute: requests; per_day: candidates; NULL for the server's settings.
CREATE TABLE api_key (
  id            uuid PRIMARY KEY,
  tenant        text COLLATE "C" NOT NULL CHECK (tenant <> ''),
  name          text NOT NULL,
  scopes        text[] NOT NULL CHECK (cardinality(scopes) > 0),
  run_id        uuid REFERENCES run,
  hash          bytea NOT NULL UNIQUE,
  earlier_hash  bytea UNIQUE,
  earlier_until timestamptz,
  per_minute    int CHECK (per_minute > 0),
  per_day       bigint CHECK (per_day > 0),
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz,
  revoked_at    timestamptz,
  used_at       timestamptz,
  CHECK ((earlier_hash IS NULL) = (earlier_until IS NULL))
);

-- Candidates that a key has sent on a day (UTC).
CREATE TABLE api_key_use (
  key_id     uuid NOT NULL REFERENCES api_key,
  day        date NOT NULL,
  candidates bigint NOT NULL CHECK (candidates >= 0),
  PRIMARY KEY (key_id, day)
);

-- What administrators did; only ever added to.
CREATE TABLE audit_event (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  actor   text NOT NULL,
  action  text NOT NULL,
  subject text NOT NULL,
  status  int
);

-- Whose the rows are. A writer who is somebody's writes his own; all that was there before, and all
-- that is written where no key is asked, is the tenant's 'default'.
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['run', 'environment', 'experiment', 'labelling', 'refinement',
    'review_item', 'trajectory_trainer', 'trajectory_environment', 'trajectory_group'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN tenant text COLLATE "C" NOT NULL'
      ' DEFAULT coalesce(nullif(current_setting(''whetstone.tenant'', true), ''''), ''default'')', owned);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
  END LOOP;
END $$;

-- A name, or a key, is one's own: another tenant may have the same.
ALTER TABLE environment DROP CONSTRAINT environment_pkey,
  ADD PRIMARY KEY (tenant, curriculum, split, curriculum_hash);
ALTER TABLE experiment DROP CONSTRAINT experiment_name_key, ADD UNIQUE (tenant, name);
ALTER TABLE labelling DROP CONSTRAINT labelling_request_key_key, ADD UNIQUE (tenant, request_key);
ALTER TABLE refinement DROP CONSTRAINT refinement_request_key_key, ADD UNIQUE (tenant, request_key);
ALTER TABLE trajectory_trainer DROP CONSTRAINT trajectory_trainer_pkey, ADD PRIMARY KEY (tenant, id);
ALTER TABLE trajectory_environment DROP CONSTRAINT trajectory_environment_pkey,
  ADD PRIMARY KEY (tenant, id);
CREATE INDEX run_by_tenant ON run (tenant, created_at, id);

-- What is asked about a run's outcome is the run's tenant's; the server draws it, not the tenant.
CREATE FUNCTION review_item_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.tenant := coalesce((SELECT r.tenant FROM outcome o JOIN run r ON r.id = o.run_id
    WHERE 'outcome/' || o.id = NEW.key AND o.id = substr(NEW.key, 9)::bigint), NEW.tenant);
  RETURN NEW;
END $$;
CREATE TRIGGER review_item_tenant BEFORE INSERT ON review_item
  FOR EACH ROW WHEN (NEW.key ~ '^outcome/\d+$') EXECUTE FUNCTION review_item_tenant();

-- The policies bind whoever does not own the tables: the role that the server takes on for a tenant.
-- Without a tenant nothing is seen. Known items test every rater, and are everybody's.
CREATE POLICY of_tenant ON run USING (tenant = current_setting('whetstone.tenant', true)
  AND coalesce(current_setting('whetstone.run', true), '') IN ('', id::text));
CREATE POLICY of_tenant ON environment USING (tenant = current_setting('whetstone.tenant', true));
CREATE POLICY of_tenant ON experiment USING (tenant = current_setting('whetstone.tenant', true)
  AND coalesce(current_setting('whetstone.run', true), '') = '');
CREATE POLICY of_tenant ON labelling USING (tenant = current_setting('whetstone.tenant', true));
CREATE POLICY of_tenant ON refinement USING (tenant = current_setting('whetstone.tenant', true));
CREATE POLICY of_tenant ON review_item
  USING (tenant = current_setting('whetstone.tenant', true) OR state = 'GOLD');
CREATE POLICY of_tenant ON trajectory_trainer
  USING (tenant = current_setting('whetstone.tenant', true)
  AND coalesce(current_setting('whetstone.run', true), '') = '');
CREATE POLICY of_tenant ON trajectory_environment
  USING (tenant = current_setting('whetstone.tenant', true)
  AND coalesce(current_setting('whetstone.run', true), '') = '');
CREATE POLICY of_tenant ON trajectory_group
  USING (tenant = current_setting('whetstone.tenant', true)
  AND coalesce(current_setting('whetstone.run', true), '') = '');

-- What hangs on a row is seen where that row is.
DO $$
DECLARE
  hangs text[];
BEGIN
  FOREACH hangs SLICE 1 IN ARRAY ARRAY[
    ['offer', 'run', 'run_id'], ['outcome', 'run', 'run_id'], ['cell', 'run', 'run_id'],
    ['reach', 'run', 'run_id'], ['move', 'run', 'run_id'], ['slot', 'run', 'run_id'],
    ['difficulty', 'run', 'run_id'], ['family_effects', 'run', 'run_id'],
    ['archived_case', 'run', 'run_id'], ['proposal', 'run', 'run_id'],
    ['episode', 'offer', 'offer_id'], ['experiment_dataset', 'experiment', 'experiment_id'],
    ['labelling_entry', 'labelling', 'labelling_id'],
    ['refinement_attempt', 'refinement', 'refinement_id'],
    ['review_vote', 'review_item', 'item_id']] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', hangs[1]);
    EXECUTE format('CREATE POLICY of_tenant ON %I USING (EXISTS (SELECT FROM %I up WHERE up.id = %I.%I))',
      hangs[1], hangs[2], hangs[1], hangs[3]);
  END LOOP;
END $$;

-- No policy: never a tenant's.
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
