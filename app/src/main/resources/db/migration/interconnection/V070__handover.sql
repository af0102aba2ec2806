create schema interconnection;

-- One envelope per leg: what was handed to which unit, and who has the responsibility now.
create table interconnection.handover (
    id              uuid        primary key,
    origin          text        not null,
    leg             text        not null,
    number          text        not null,
    from_unit       text        not null,
    to_unit         text        not null,
    state           text        not null,
    sent_at         timestamptz not null,
    -- Responsibility moves at this moment, not before.
    acknowledged_at timestamptz,
    acknowledged_by text,
    answered_at     timestamptz,
    done_at         timestamptz,
    reason          text,
    attempts        int         not null default 1,
    unique (number)
);
create index handover_open on interconnection.handover (state, sent_at, id) where state not in ('DONE', 'REFUSED', 'TAKEN_BACK');
create index handover_origin on interconnection.handover (origin, sent_at);
