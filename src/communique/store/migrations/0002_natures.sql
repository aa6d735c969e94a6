-- What tells a statement from a belief, an intention, a decision and a finding. Those of before were all said or thought.

ALTER TABLE statements ADD COLUMN nature TEXT NOT NULL DEFAULT 'statement';
