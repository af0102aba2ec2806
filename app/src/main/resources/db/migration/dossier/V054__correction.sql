-- What was put right of a dossier because the person concerned asked for it: what it said before, what it says now, and on what ground.
create table dossier.correction (
    id           bigint generated always as identity primary key,
    dossier      text        not null references dossier.dossier,
    -- Of the value in the content.
    path         text        not null,
    -- As JSON; null where nothing was answered.
    was          jsonb,
    becomes      jsonb,
    -- Who asked, how it was made sure who that is, and what proves it.
    request      text        not null check (request <> ''),
    proof        uuid,
    corrected_by text        not null,
    corrected_at timestamptz not null
);
create index correction_dossier on dossier.correction (dossier, id);
