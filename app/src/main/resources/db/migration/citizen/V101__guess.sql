-- Wrong numbers and secrets on citizens' pages, counted over all nodes and restarts. Digests only: an address is somebody's, and
-- people type the secret where the number belongs. Nothing is written for a question that was right.
create table citizen.guess (
  -- Of an address, or of a number that was asked for.
  whose    bytea       primary key,
  failures integer     not null,
  last_at  timestamptz not null
);
create index guess_last on citizen.guess (last_at);
