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
