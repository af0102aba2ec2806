create schema if not exists design;

-- Folders that designers sent, on their way into force.
create table design.edition_draft (
    id         bigint generated always as identity primary key,
    procedure  text        not null,
    edition    date        not null,
    name       text        not null,
    state      text        not null check (state in ('FAULTY', 'VERIFIED', 'PUBLISHED', 'REJECTED')),
    errors     int         not null,
    warnings   int         not null,
    sent_by    text        not null,
    sent_at    timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    decision   text,
    note       text,
    check ((decided_at is null) = (state in ('FAULTY', 'VERIFIED'))),
    check (state <> 'PUBLISHED' or decision is not null),
    check (decided_by <> sent_by)
);
create unique index draft_once on design.edition_draft (procedure, edition) where decided_at is null;
create unique index published_once on design.edition_draft (procedure, edition) where state = 'PUBLISHED';

create table design.edition_file (
    draft   bigint not null references design.edition_draft (id) on delete cascade,
    kind    text   not null check (kind in ('FILE', 'FORM')),
    name    text   not null,
    content bytea  not null,
    primary key (draft, kind, name)
);

-- Editions by which nothing more is received, and who said so.
create table design.withdrawal (
    procedure    text        not null,
    edition      date        not null,
    decision     text        not null,
    reason       text        not null,
    withdrawn_by text        not null,
    withdrawn_at timestamptz not null,
    primary key (procedure, edition)
);
