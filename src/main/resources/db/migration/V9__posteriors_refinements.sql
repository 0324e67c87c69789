-- What a label made without people is worth. panel: who voted; settled, valid: how; posterior: P(no
-- step is wrong) by the votes and by all others of that panel. Earlier labellings have none.
ALTER TABLE labelling
  ADD panel     text COLLATE "C",
  ADD settled   int CHECK (settled >= 0),
  ADD valid     int CHECK (valid BETWEEN 0 AND settled),
  ADD posterior double precision CHECK (posterior BETWEEN 0 AND 1);
CREATE INDEX labelling_by_votes ON labelling (panel, settled, valid) WHERE panel IS NOT NULL;

-- P(the label is right); people's labels are taken for right.
ALTER TABLE labelled_solution
  ADD confidence double precision NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1);
