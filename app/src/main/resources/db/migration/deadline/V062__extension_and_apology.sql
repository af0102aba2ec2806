-- Wishes to move a promise. Only what somebody else granted becomes a line in the ledger.
create table deadline.extension (
    id           bigint generated always as identity primary key,
    dossier      text collate "C" not null,
    -- The unit that gave the promise; its agency answers for it.
    unit         text             not null,
    amount       integer          not null check (amount > 0),
    budget_unit  text             not null check (budget_unit in ('WORKING_DAY', 'CALENDAR_DAY')),
    reason       text             not null check (reason <> ''),
    legal_basis  text,
    document     text,
    -- Who is asked; null: whoever holds the power.
    addressed_to text,
    state        text             not null check (state in ('PROPOSED', 'GRANTED', 'REFUSED', 'LAPSED')),
    proposed_by  text             not null check (proposed_by <> ''),
    on_behalf_of text,
    proposed_at  timestamptz      not null,
    decided_by   text,
    decided_for  text,
    decided_at   timestamptz,
    answer       text,
    due_before   timestamptz,
    due_after    timestamptz,
    -- Nobody moves a promise alone.
    check (state not in ('GRANTED', 'REFUSED') or (decided_by <> '' and decided_by <> proposed_by)),
    check (state <> 'GRANTED' or due_after > due_before)
);
create unique index extension_open on deadline.extension (dossier) where state = 'PROPOSED';
create index extension_dossier on deadline.extension (dossier);

-- Letters that apologise for a date that will not be kept and name a new one: drafted by a rung of the ladder or by an
-- extension, approved by who watches over procedures, signed by the head, sent to the citizen.
create table deadline.apology (
    id               bigint generated always as identity primary key,
    dossier          text collate "C" not null,
    -- What it came from: a rung, or an extension that was granted; neither when an officer asked for it.
    escalation       bigint unique references deadline.escalation,
    extension        bigint unique references deadline.extension,
    -- Whose part is not done.
    responsible_unit text             not null,
    responsible_leg  text,
    -- Whose desk the draft lies on.
    unit             text             not null,
    reason           text             not null check (reason <> ''),
    -- The promise that is not kept.
    due_at           timestamptz      not null,
    -- How many working days later the result is promised; null when the promise was moved before.
    days             smallint check (days between 1 and 365),
    -- Follows from the days; null when there is a result already.
    proposed_due_at  timestamptz,
    -- Whether signing moves the promise: it may be moved so many times only, and not once there is a result.
    moves            boolean          not null,
    state            text             not null check (state in ('DRAFT', 'APPROVED', 'SIGNED', 'SENT', 'DROPPED')),
    drafted_at       timestamptz      not null,
    approved_by      text,
    approved_for     text,
    approved_at      timestamptz,
    signed_by        text,
    signed_for       text,
    signed_at        timestamptz,
    symbol           text,
    document         uuid,
    sent_at          timestamptz,
    sent_how         text check (sent_how in ('MESSAGE', 'PAPER')),
    closed_by        text,
    closed_because   text,
    check (not moves or days is not null),
    check (state in ('DRAFT', 'DROPPED') or approved_by <> ''),
    check (state not in ('SIGNED', 'SENT') or (signed_by <> '' and signed_by <> approved_by and document is not null)),
    check (state <> 'SENT' or (sent_at is not null and sent_how is not null))
);
create index apology_dossier on deadline.apology (dossier);
-- One letter at a time.
create unique index apology_open on deadline.apology (dossier) where state in ('DRAFT', 'APPROVED');
create index apology_state on deadline.apology (state, id desc) where state in ('DRAFT', 'APPROVED', 'SIGNED');

-- Promises that are not kept, for the question which of them have no letter.
create index clock_broken_open on deadline.clock (due_at) where level = 'DOSSIER' and state = 'RUNNING';
create index clock_broken on deadline.clock (stopped_at)
    where level = 'DOSSIER' and state = 'STOPPED' and stopped_at > due_at;
