-- A dossier that is kept although its time may be over: a complaint, a lawsuit, an inspection. Nobody takes one away; it is lifted.
create table dossier.hold (
    id        bigint generated always as identity primary key,
    -- The citizen's dossier, with all its legs.
    dossier   text        not null references dossier.dossier,
    because   text        not null check (because in ('COMPLAINT', 'LAWSUIT', 'INSPECTION', 'OTHER')),
    reason    text        not null check (reason <> ''),
    placed_by text        not null,
    placed_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    lifted_because text
);
create unique index hold_open on dossier.hold (dossier, because) where lifted_at is null;

-- Each time that somebody had destroyed what is not kept any more.
create table dossier.retention_run (
    id         bigint generated always as identity primary key,
    -- Number of the document that orders it, and who ran it.
    decision   text        not null check (decision <> ''),
    run_by     text        not null check (run_by <> ''),
    started_at timestamptz not null,
    -- Null: it was broken off; the next one goes on where it stopped.
    ended_at   timestamptz,
    destroyed  int         not null default 0,
    failed     int         not null default 0
);

-- What is left of a citizen's dossier whose time is over. Its row stays, and those of its legs, so that numbers have no gap and
-- figures stay what they were; who it was about, what was said and what was handed in is gone.
create table dossier.tombstone (
    number       text        primary key references dossier.dossier,
    run          bigint      not null references dossier.retention_run,
    destroyed_at timestamptz not null,
    -- The legs' dossiers, whose content went with it.
    family       text[]      not null,
    -- The schedule, and how many years it gave.
    source       text        not null,
    years        smallint    not null,
    -- SHA-256 of the content as PostgreSQL writes it, by dossier; of each file, with its kind, code and number.
    contents     jsonb       not null,
    files        jsonb       not null,
    -- Numbers that agencies gave out for it: [{dossier, paper, number}].
    numbers      jsonb       not null
);
create index tombstone_run on dossier.tombstone (run);

-- The lines of history stay without what somebody wrote freely. What each command's lines came to before and after, so that the check of
-- the log can tell this from a change; a hash of these rows stands in a line of history itself, which the log vouches for.
create table dossier.emptied_command (
    dossier text not null references dossier.tombstone,
    command uuid not null,
    before  text not null,
    after   text not null,
    primary key (command, dossier)
);
create index emptied_command_dossier on dossier.emptied_command (dossier);

create function dossier.refuse_destruction() returns trigger language plpgsql as
$$ begin raise exception 'what was destroyed, and who did it, is never changed'; end $$;
create trigger tombstone_is_append_only before update or delete on dossier.tombstone
    for each row execute function dossier.refuse_destruction();
create trigger emptied_command_is_append_only before update or delete on dossier.emptied_command
    for each row execute function dossier.refuse_destruction();

-- Of a line of history words may go when the time of its dossier is over, and nothing else of it ever changes.
create or replace function dossier.refuse_change() returns trigger language plpgsql as
$$ begin
    if tg_op = 'UPDATE'
       and new.details <@ old.details
       and (new.id, new.dossier, new.root, new.command, new.at, new.actor, new.on_behalf_of, new.unit, new.what)
           is not distinct from
           (old.id, old.dossier, old.root, old.command, old.at, old.actor, old.on_behalf_of, old.unit, old.what)
       and exists (select from dossier.tombstone where number = old.root) then
        return new;
    end if;
    raise exception 'what happened is never changed';
end $$;
