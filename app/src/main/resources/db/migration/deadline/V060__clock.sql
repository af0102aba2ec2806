create schema deadline;

-- One row per clock: what a citizen was promised (DOSSIER), what an agency owes (LEG), what an officer owes (STEP).
-- What it says about dates follows from its ledger below; it is kept here so that lists need not read ledgers.
create table deadline.clock (
    -- Number of the dossier; number/leg; the engine's task.
    key             text collate "C" primary key,
    level           text             not null check (level in ('DOSSIER', 'LEG', 'STEP')),
    -- Whose process it belongs to, and the citizen's dossier above that.
    dossier         text collate "C" not null,
    root            text collate "C" not null,
    leg             text,
    -- LEG: which leg it waits for, and the dossier that the agency opened for it.
    after           text,
    linked          text collate "C",
    -- STEP: id of the element in the diagram, and the duty that does it.
    step            text,
    duty            text,
    -- Who owes it, and the calendar that unit works by.
    unit            text             not null,
    calendar        text             not null,
    -- Null at DOSSIER level when the date is that of the latest leg.
    amount          integer,
    budget_unit     text,
    cut_off         time,
    -- Since when it counts; for a planned clock, when it was planned.
    started_at      timestamptz      not null,
    original_due_at timestamptz      not null,
    due_at          timestamptz      not null,
    -- The date rests on a day that nobody has confirmed yet.
    provisional     boolean          not null,
    state           text             not null check (state in ('PLANNED', 'RUNNING', 'PAUSED', 'STOPPED')),
    -- Seconds used, in the budget's own kind of time, until running_since; that is null while the clock stands still.
    consumed        bigint           not null,
    running_since   timestamptz,
    stopped_at      timestamptz,
    -- Rungs of the ladder that were reached, and when the next one is told; null when there is none, or it is muted.
    reached         text[]           not null default '{}',
    missed          boolean          not null default false,
    next_rung_at    timestamptz,
    -- Lines in the ledger.
    entries         smallint         not null,
    check (state <> 'RUNNING' or running_since is not null),
    check (state = 'RUNNING' or next_rung_at is null)
) with (fillfactor = 80);
create index clock_dossier on deadline.clock (dossier) where state <> 'STOPPED';
create index clock_parts on deadline.clock (dossier) where level <> 'STEP';
-- What is to be told next, of all clocks of the installation.
create index clock_next_rung on deadline.clock (next_rung_at) where next_rung_at is not null;
create index clock_linked on deadline.clock (linked) where linked is not null;
create index clock_root on deadline.clock (root) where level <> 'STEP' or state <> 'STOPPED';
-- Agencies' parts that run, for the question whether anybody works on them.
create index clock_running_part on deadline.clock (unit, running_since) where level = 'LEG' and state = 'RUNNING';
create index clock_calendar on deadline.clock (calendar) where state <> 'STOPPED';

-- The ledger. Rows are only ever added, and every date follows from them.
create table deadline.entry (
    clock        text collate "C" not null references deadline.clock,
    seq          smallint         not null,
    kind         text             not null
        check (kind in ('PLAN', 'START', 'PAUSE', 'RESUME', 'EXTEND', 'RECOMPUTE', 'STOP')),
    at           timestamptz      not null,
    -- Null: the system itself.
    actor        text,
    on_behalf_of text,
    reason       text,
    legal_basis  text,
    document     text,
    approver     text,
    amount       integer,
    unit         text,
    restart      boolean          not null default false,
    due_at       timestamptz      not null,
    primary key (clock, seq),
    -- Only legal reasons pause, and somebody answers for it.
    check (kind <> 'PAUSE' or (reason <> '' and legal_basis <> '' and actor <> '')),
    -- Nobody moves a promise alone.
    check (kind <> 'EXTEND' or (reason <> '' and amount > 0 and unit <> '' and actor <> '' and approver <> ''
        and approver <> actor)),
    check (not restart or kind = 'RESUME')
);

create function deadline.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the ledger of a clock is never changed'; end $$;
create trigger entry_is_append_only before update or delete on deadline.entry
    for each row execute function deadline.refuse_change();

-- No command sets a due date: a clock's date changes only together with a ledger line from which it follows, and what was
-- first promised never changes.
create function deadline.refuse_unfounded_date() returns trigger language plpgsql as
$$ begin
    if new.original_due_at <> old.original_due_at then
        raise exception 'what was first promised is never changed';
    end if;
    if new.entries = old.entries then
        raise exception 'a due date changes only with its ledger';
    end if;
    return new;
end $$;
create trigger clock_follows_its_ledger before update on deadline.clock
    for each row when (new.due_at <> old.due_at or new.original_due_at <> old.original_due_at)
    execute function deadline.refuse_unfounded_date();

create function deadline.refuse_date_beside_ledger() returns trigger language plpgsql as
$$ begin
    if not exists (select from deadline.entry e
                   where e.clock = new.key and e.seq = new.entries and e.due_at = new.due_at) then
        raise exception 'the due date of % does not follow from its ledger', new.key;
    end if;
    return null;
end $$;
create constraint trigger clock_agrees_with_its_ledger after update on deadline.clock
    deferrable initially deferred
    for each row when (new.due_at <> old.due_at)
    execute function deadline.refuse_date_beside_ledger();
