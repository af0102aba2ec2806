-- What peers sent. Kept before anything is done with it, so that nothing is lost; handled once and in order.
create table interconnection.inbox (
    id          uuid        primary key,
    peer        text        not null,
    handover    uuid        not null,
    -- From who hands over to who receives, or back.
    forward     boolean     not null,
    sequence    int         not null check (sequence > 0),
    kind        text        not null,
    -- As it came; once it is handled, without its files.
    body        text        not null,
    received_at timestamptz not null,
    handled_at  timestamptz,
    attempts    int         not null default 0,
    next_at     timestamptz not null,
    problem     text,
    unique (handover, forward, sequence)
);
create index inbox_waiting on interconnection.inbox (next_at) where handled_at is null;

-- A hand-over that a peer made to an agency here.
create table interconnection.incoming (
    handover    uuid        primary key,
    peer        text        not null,
    agency      text        not null,
    sender_code text        not null,
    sender_name text        not null,
    receiver_code text      not null,
    origin      text        not null,
    leg         text        not null,
    -- Our own dossier for it; null when it was refused at the door.
    number      text,
    state       text        not null,
    results     text[]      not null default '{}',
    returns     text[]      not null default '{}',
    received_at timestamptz not null,
    -- The last envelope sent back.
    sequence    int         not null default 0,
    unique (number)
);
create index incoming_origin on interconnection.incoming (origin);
