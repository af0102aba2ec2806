create schema command;

-- The answer of a command that carried an Idempotency-Key; kept for a day.
create table command.idempotency (
    caller       text        not null,
    key          text        not null,
    path         text        not null,
    at           timestamptz not null,
    status       int         not null default 0,
    content_type text,
    location     text,
    body         text        not null default '',
    primary key (caller, key)
);
create index idempotency_at on command.idempotency (at);
