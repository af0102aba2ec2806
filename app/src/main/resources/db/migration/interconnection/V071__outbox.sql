-- What is to leave the house over HTTP: written in the transaction of what it tells of, carried afterwards.
create table interconnection.outbox (
    -- The order within a stream. Whoever writes to a stream holds its advisory lock until the commit, so that this is the
    -- order of commits too.
    seq            bigint      generated always as identity primary key,
    -- The message's own name, the same at every try; the receiver knows a repeat by it.
    id             uuid        not null unique,
    destination    text        not null,
    -- Messages of one stream leave one after another, the next only when the one before was taken.
    stream         text        not null,
    kind           text        not null,
    body           text        not null,
    -- Whose supervisors look after it, and which dossier it is about; null: only the technical administrator's business.
    unit           text,
    dossier        text,
    -- WAITING is to be carried; DELIVERED was taken; DEAD needs a person, its stream waits behind it; CANCELLED was taken
    -- back before the first try, ABANDONED after the last.
    state          text        not null check (state in ('WAITING', 'DELIVERED', 'DEAD', 'CANCELLED', 'ABANDONED')),
    written_at     timestamptz not null,
    next_at        timestamptz not null,
    -- A node carries it until then. If it dies, another one takes over.
    leased_until   timestamptz,
    -- How often it was taken, ever. Whoever marks it must know the number: a node that was thought dead marks nothing.
    attempts       int         not null default 0,
    -- In a row, and since when; both begin anew when a person sends it again.
    failures       int         not null default 0,
    first_tried_at timestamptz,
    settled_at     timestamptz,
    -- Names no person: shown to those who may not read the body.
    last_answer    text
);
create index outbox_waiting on interconnection.outbox (destination, next_at, seq) where state = 'WAITING';
create index outbox_stream on interconnection.outbox (destination, stream, seq) where state in ('WAITING', 'DEAD');
create index outbox_dead on interconnection.outbox (seq desc) where state = 'DEAD';
create index outbox_of_stream on interconnection.outbox (stream, seq);
create index outbox_settled on interconnection.outbox (settled_at) where settled_at is not null;
