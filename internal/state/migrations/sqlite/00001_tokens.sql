-- +goose Up
CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE, -- SHA-256 of the secret, in hex; the secret is never kept
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created TEXT NOT NULL, -- RFC 3339 in UTC, as all times
  expires TEXT NOT NULL DEFAULT '', -- empty: never
  revoked TEXT NOT NULL DEFAULT '', -- empty: it stands
  used TEXT NOT NULL DEFAULT '' -- last, about
);

-- +goose Down
DROP TABLE tokens;
