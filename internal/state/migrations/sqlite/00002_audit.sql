-- +goose Up
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time TEXT NOT NULL,
  subject TEXT NOT NULL, -- who: id of a token, or empty
  name TEXT NOT NULL,
  action TEXT NOT NULL,
  about TEXT NOT NULL,
  detail TEXT NOT NULL,
  outcome TEXT NOT NULL DEFAULT '', -- empty: not known, for the process ended before
  ended TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_action ON audit (action, id);

-- +goose Down
DROP TABLE audit;
