-- Whether the steps of the run's candidates are read by the step verifier.
ALTER TABLE run ADD COLUMN steps text NOT NULL DEFAULT 'NONE' CHECK (steps IN ('NONE', 'READ'));

-- What was said of the steps, or why nothing was, and the model that read them; NULL where the run
-- did not ask.
ALTER TABLE outcome ADD COLUMN steps jsonb;
ALTER TABLE outcome ADD COLUMN step_verifier text;
