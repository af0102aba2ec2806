-- A change of a calendar: written down by one person, shown with everything that would move, decided by another, worked off
-- dossier by dossier.
create table deadline.calendar_change (
    id          bigint generated always as identity primary key,
    calendar    text        not null,
    -- Number of the notice that says so.
    document    text        not null check (document <> ''),
    reason      text        not null,
    -- Where the one who proposes administers; the second person decides there.
    unit        text        not null,
    -- PREVIEWING: what would move is being computed. PROPOSED: waits for the second person. APPROVED: the days hold; dates
    -- follow as soon as every node knows them. APPLYING, DONE; or REJECTED.
    state       text        not null
        check (state in ('PREVIEWING', 'PROPOSED', 'APPROVED', 'APPLYING', 'DONE', 'REJECTED')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    finished_at timestamptz,
    -- Nobody changes a calendar alone.
    check (state in ('PREVIEWING', 'PROPOSED', 'REJECTED') or decided_by <> proposed_by)
);
-- One at a time per calendar: the preview of the second would not know the first.
create unique index calendar_change_open on deadline.calendar_change (calendar) where state not in ('DONE', 'REJECTED');

create table deadline.calendar_change_day (
    change   bigint  not null references deadline.calendar_change,
    on_date  date    not null,
    kind     text    not null check (kind in ('HOLIDAY', 'MAKE_UP')),
    name     text    not null,
    sessions text[]  not null,
    primary key (change, on_date)
);

-- The citizens' dossiers with open clocks in that calendar: what was foreseen for each, and what became of it.
create table deadline.calendar_change_dossier (
    change      bigint           not null references deadline.calendar_change,
    dossier     text collate "C" not null,
    promised_at timestamptz,
    foreseen_at timestamptz,
    -- How many of its clocks move; null until that was computed.
    moves       smallint,
    -- Null until the dates followed; what was promised before and after that.
    done_at     timestamptz,
    moved_from  timestamptz,
    moved_to    timestamptz,
    failed      boolean          not null default false,
    primary key (change, dossier)
) with (fillfactor = 80);
create index calendar_change_unseen on deadline.calendar_change_dossier (change, dossier) where moves is null;
create index calendar_change_undone on deadline.calendar_change_dossier (change, dossier) where done_at is null;
