create schema interconnection;

-- One envelope per leg: what was handed to which unit, and who has the responsibility now.
create table interconnection.handover (
    id              uuid        primary key,
    origin          text        not null,
    leg             text        not null,
    number          text        not null,
    from_unit       text        not null,
    to_unit         text        not null,
    -- How it gets there, and the system that it is sent to.
    channel         text        not null default 'LOCAL' check (channel in ('LOCAL', 'PULL', 'PUSH')),
    peer            text,
    state           text        not null,
    sent_at         timestamptz not null,
    -- Responsibility moves at this moment, not before.
    acknowledged_at timestamptz,
    acknowledged_by text,
    answered_at     timestamptz,
    done_at         timestamptz,
    take_back_asked_at timestamptz,
    their_number    text,
    reason          text,
    -- How often it was returned; how often it was sent or reminded of; the last envelope.
    rounds          int         not null default 0,
    attempts        int         not null default 1,
    sent            int         not null default 0,
    unique (number)
);
create index handover_open on interconnection.handover (state, sent_at, id) where state not in ('DONE', 'REFUSED', 'TAKEN_BACK');
create index handover_origin on interconnection.handover (origin, sent_at);
