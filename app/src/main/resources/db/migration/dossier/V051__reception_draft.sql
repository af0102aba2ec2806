-- What a reception officer has entered so far for somebody at the counter; gone once it is received.
create table dossier.reception_draft (
    id         uuid        primary key,
    owner      text        not null,
    procedure  text        not null,
    channel    text        not null,
    applicant  jsonb       not null default '{}',
    data       jsonb       not null default '{}',
    papers     jsonb       not null default '{}',
    -- Who helped to file it, or how the post brought it.
    intake     jsonb       not null default '{}',
    -- The visit that it belongs to, once somebody has handed in more than one dossier.
    visit      uuid,
    -- Topics that were saved at least once.
    seen       text[]      not null default '{}',
    updated_at timestamptz not null
);
create index reception_draft_owner on dossier.reception_draft (owner, updated_at desc);
