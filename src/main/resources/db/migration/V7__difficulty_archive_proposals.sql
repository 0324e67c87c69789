-- What a run's lessons say of cells that nobody has tried: a fold of the lessons in their order.
CREATE TABLE difficulty (
  run_id           uuid PRIMARY KEY REFERENCES run,
  lessons          bigint NOT NULL,
  ability          double precision NOT NULL DEFAULT 0,
  ability_variance double precision NOT NULL DEFAULT 1,
  judged           double precision NOT NULL DEFAULT 0,
  forecast_square  double precision NOT NULL DEFAULT 0,
  product          double precision NOT NULL DEFAULT 0,
  share_square     double precision NOT NULL DEFAULT 0
);
CREATE TABLE family_effects (
  run_id     uuid NOT NULL REFERENCES run,
  family     text NOT NULL,
  mean       double precision[] NOT NULL,
  covariance double precision[] NOT NULL,
  PRIMARY KEY (run_id, family)
);
-- Lessons in their order, for a run begun before there was a difficulty.
CREATE INDEX offer_by_lesson ON offer (run_id, lesson) WHERE lesson > 0;
