create schema notification;

-- Messages to applicants; written in the transaction of what they tell of, sent afterwards.
create table notification.message (
    id         bigint generated always as identity primary key,
    dossier    text        not null,
    notice     text        not null,
    recipient  text        not null,
    subject    text        not null,
    body       text        not null,
    written_at timestamptz not null,
    -- NEW, SENT, FAILED (tried often enough, a person must look), UNADDRESSED (no e-mail known)
    state      text        not null,
    attempts   int         not null default 0,
    next_at    timestamptz not null,
    sent_at    timestamptz,
    last_error text
);
create index message_due on notification.message (next_at, id) where state = 'NEW';
create index message_dossier on notification.message (dossier, id);
