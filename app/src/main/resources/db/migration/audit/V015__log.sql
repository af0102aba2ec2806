-- Who did what, one row per command, in chains that show when somebody has changed them: each row carries the hash of
-- its own content and of the row before it. A chain belongs to one day and one unit, so that units do not wait for
-- each other; every past day is sealed once.
create schema if not exists audit;

-- Where each chain ends. The only row that a command waits for, and only while it commits.
create table audit.chain (
    day    date             not null,
    unit   text collate "C" not null,
    length bigint           not null,
    hash   bytea            not null,
    primary key (day, unit)
);

create table audit.entry (
    day      date             not null,
    unit     text collate "C" not null,
    position bigint           not null,
    -- Copied out of the content for the lists; the check compares them with it.
    at       timestamptz      not null,
    actor    text collate "C",
    subject  text collate "C",
    -- The same in every line of a dossier's history that the command wrote.
    command  uuid             not null,
    -- The entry as JSON, byte by byte what was hashed.
    content  text             not null,
    hash     bytea            not null,
    primary key (day, unit, position)
);
create index entry_by_time on audit.entry (at, unit, position);
create index entry_by_subject on audit.entry (subject, at) where subject is not null;

-- One row per day that is over, each with the hash of the seal before it.
create table audit.seal (
    number    integer     primary key,
    day       date        not null unique,
    entries   bigint      not null,
    hash      bytea       not null,
    sealed_at timestamptz not null
);

create function audit.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the log is never changed'; end $$;
create trigger entry_is_append_only before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger seal_is_append_only before update or delete on audit.seal
    for each row execute function audit.refuse_change();
