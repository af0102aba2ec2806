create schema if not exists operations;

-- One row for each backup that was finished, so that somebody is told when the last one is too old.
create table operations.backup (
    taken_at timestamptz primary key,
    file     text        not null,
    bytes    bigint      not null check (bytes > 0),
    rows     bigint      not null check (rows >= 0),
    sha256   text        not null check (sha256 ~ '^[0-9a-f]{64}$')
);
