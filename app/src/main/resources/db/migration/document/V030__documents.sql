create schema if not exists document;

-- The bytes, once each however often they are handed in. In the database, so that a dossier and its papers are
-- committed, restored and moved together.
create table document.content (
    sha256    bytea       primary key check (octet_length(sha256) = 32),
    bytes     bytea       not null,
    stored_at timestamptz not null
);

-- PDF, JPEG and PNG are compressed already.
alter table document.content alter column bytes set storage external;

create table document.document (
    id             uuid        primary key,
    kind           text        not null check (kind in ('PAPER', 'PRINT', 'SIGNED', 'RESULT')),
    code           text        not null,
    number         text,
    file_name      text        not null,
    media_type     text        not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size           bigint      not null check (size > 0),
    sha256         bytea       not null references document.content,
    dossier_number text        not null,
    created_at     timestamptz not null,
    created_by     text        not null
);

create index document_dossier on document.document (dossier_number, created_at);
create index document_content on document.document (sha256);

-- Linked dossiers refer to a document of the dossier they came from.
create table document.shared (
    dossier_number text        not null,
    document_id    uuid        not null references document.document,
    shared_at      timestamptz not null,
    shared_by      text        not null,
    primary key (dossier_number, document_id)
);

create index shared_document on document.shared (document_id);

-- How numbers of one agency look, where it does not write them as everybody else does.
create table document.number_pattern (
    kind    text not null,
    scope   text not null,
    pattern text not null check (pattern like '%{n%'),
    restart text not null check (restart in ('DAILY', 'YEARLY', 'NEVER')),
    primary key (kind, scope)
);

-- The last number given out. One row per sequence: whoever takes the next one waits for whoever took the last.
create table document.number_sequence (
    kind   text   not null,
    scope  text   not null,
    period text   not null,
    last   bigint not null check (last > 0),
    primary key (kind, scope, period)
);
