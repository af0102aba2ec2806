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

-- What officers are told of on the pages. Written once, whoever reads it.
create table notification.notice (
    id        bigint generated always as identity primary key,
    what      text        not null,
    -- The citizen's dossier, and the one it happened to.
    root      text        not null,
    dossier   text        not null,
    procedure text        not null,
    edition   text        not null,
    step      text,
    -- What it stands and falls with: an open step.
    task      text,
    detail    text        not null,
    at        timestamptz not null
);
create index notice_task on notification.notice (task) where task is not null;
create index notice_at on notification.notice (at);

-- Who is meant: user:<username>, or whoever holds a duty, post:<unit>/<duty>.
create table notification.notice_for (
    audience text   not null,
    notice   bigint not null references notification.notice on delete cascade,
    -- Whose doing it was, and who need not be told.
    author   text   not null,
    primary key (audience, notice)
);
create index notice_for_notice on notification.notice_for (notice);

create table notification.notice_read (
    username text   not null,
    notice   bigint not null references notification.notice on delete cascade,
    primary key (username, notice)
);
create index notice_read_notice on notification.notice_read (notice);

-- Everything up to here was read at once.
create table notification.notice_seen (
    username text   primary key,
    upto     bigint not null
);
