-- Dossiers that one person handed in on one visit, on one receipt.
create table dossier.visit (
    id       uuid        not null,
    dossier  text        primary key references dossier.dossier,
    added_at timestamptz not null,
    added_by text        not null
);
create index visit_id on dossier.visit (id, dossier);

-- What a desk did not take up, and why; there is no dossier of it.
create table dossier.turned_away (
    id        uuid        primary key,
    at        timestamptz not null,
    officer   text        not null,
    unit      text        not null,
    procedure text        not null,
    edition   text        not null,
    applicant jsonb       not null,
    reason    text        not null,
    -- What the check of the application found.
    faults    jsonb       not null
);
create index turned_away_unit on dossier.turned_away (unit, at desc);

-- Each time that somebody took results, or that they were sent.
create table dossier.handed_over (
    dossier         text        not null references dossier.dossier,
    round           smallint    not null,
    at              timestamptz not null,
    officer         text        not null,
    unit            text        not null,
    method          text        not null check (method in ('COUNTER', 'POST', 'ELECTRONIC')),
    -- Applicant or authorised, name, identity number, the paper that authorises; empty when nobody stood at the desk.
    collector       jsonb       not null,
    waybill         text,
    -- Drawn on a screen: a small PNG.
    signature       bytea,
    signed_on_paper boolean     not null,
    primary key (dossier, round)
);

-- What was taken; a result leaves the desk once.
create table dossier.handed_over_result (
    dossier text     not null,
    item    text     not null,
    round   smallint not null,
    name    text     not null,
    number  text,
    agency  text     not null,
    leg     text,
    primary key (dossier, item),
    foreign key (dossier, round) references dossier.handed_over
);
