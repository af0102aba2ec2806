create schema notification;

-- Messages to applicants; written in the transaction of what they tell of, sent afterwards.
create table notification.message (
    id           bigint generated always as identity primary key,
    -- The citizen's dossier, also when a leg of it gave the reason; and the unit that received it.
    dossier      text        not null,
    unit         text        not null,
    notice       text        not null,
    channel      text        not null check (channel in ('EMAIL', 'SMS')),
    recipient    text        not null,
    language     text        not null check (language in ('vi', 'en')),
    subject      text        not null,
    body         text        not null,
    written_at   timestamptz not null,
    -- NEW waits to be sent; KEPT could not be sent by this installation when it was written; FAILED was tried often
    -- enough, a person must look; UNADDRESSED has nowhere to go.
    state        text        not null check (state in ('NEW', 'SENT', 'KEPT', 'FAILED', 'UNADDRESSED')),
    attempts     int         not null default 0,
    -- When it may be tried next. A node that takes it moves this on first: if the node dies, another one takes over then.
    next_at      timestamptz not null,
    sent_at      timestamptz,
    last_error   text
);
create index message_due on notification.message (next_at, id) where state = 'NEW';
create index message_dossier on notification.message (dossier, id);
create index message_unit on notification.message (unit, id desc);
-- What has not got out.
create index message_stuck on notification.message (unit, written_at) where state in ('NEW', 'FAILED');
