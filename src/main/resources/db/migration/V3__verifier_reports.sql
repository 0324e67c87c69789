-- One benchmark of one verifier; the report is kept whole, its headline beside it for lists.
-- data_sha256: only reports on the same data are comparable.
CREATE TABLE verifier_report (
  id                uuid PRIMARY KEY,
  model             text COLLATE "C" NOT NULL,
  created_at        timestamptz NOT NULL,
  sets              text[] NOT NULL,
  data_sha256       text NOT NULL,
  items             int NOT NULL CHECK (items > 0),
  refused           int NOT NULL CHECK (refused BETWEEN 0 AND items),
  mean_f1           double precision,
  step_auc          double precision,
  solution_accuracy double precision,
  report            jsonb NOT NULL
);
CREATE INDEX verifier_report_by_model ON verifier_report (model, created_at DESC, id);
CREATE INDEX verifier_report_by_age ON verifier_report (created_at DESC, id);
