-- What a rung set off: somebody is called. Once per clock and rung, whatever crashes.
create table deadline.escalation (
    id              bigint generated always as identity primary key,
    clock           text collate "C" not null references deadline.clock,
    rung            text             not null,
    level           smallint         not null check (level between 1 and 9),
    does            text             not null check (does in ('ADVISE', 'ACT', 'APOLOGISE', 'LETTER')),
    of_level        text             not null check (of_level in ('DOSSIER', 'LEG', 'STEP')),
    dossier         text collate "C" not null,
    root            text collate "C" not null,
    leg             text,
    step            text,
    -- Who owes what is late.
    unit            text             not null,
    -- Who was called: a duty, where it was found at that moment, and who held it.
    to_duty         text             not null,
    to_unit         text             not null,
    to_officers     text[]           not null,
    -- Units whose business it is: who owes, who was called, who received the dossier.
    units           text[]           not null,
    -- Who may say what happened: whoever was called, and the officers of the step. Until when, where it is asked of them.
    explainers      text[]           not null default '{}',
    explain_by      timestamptz,
    due_at          timestamptz      not null,
    reached_at      timestamptz      not null,
    raised_at       timestamptz      not null,
    state           text             not null check (state in ('OPEN', 'ACKNOWLEDGED', 'SETTLED')),
    reason_code     text,
    explanation     text,
    acknowledged_by text,
    on_behalf_of    text,
    acknowledged_at timestamptz,
    unique (clock, rung),
    check (state <> 'ACKNOWLEDGED' or (explanation <> '' and reason_code <> '' and acknowledged_by <> '')),
    check (does <> 'ACT' or explain_by is not null)
);
create index escalation_open on deadline.escalation (id desc) where state = 'OPEN';
-- What officers have to explain.
create index escalation_explainers on deadline.escalation using gin (explainers) where state = 'OPEN' and does = 'ACT';
create index escalation_root on deadline.escalation (root);
