-- What the national portal was told of a dossier, and knows by its own answers.
create table interconnection.portal_dossier (
    dossier       text        primary key,
    -- Unit that received it: whose supervisors reconcile it. The agency's code at the portal.
    unit          text        not null,
    code          text        not null,
    received_at   timestamptz not null,
    -- The portal's own number.
    number        text        unique,
    registered_at timestamptz,
    -- The last state that the portal took, since when it holds, and the date promised with it.
    state         smallint    check (state between 1 and 10),
    state_at      timestamptz,
    due_at        timestamptz,
    -- Changes that were not sent because the portal knew as much or more.
    dropped       int         not null default 0
);

-- Files that the portal has, each once, by what is in them.
create table interconnection.portal_file (
    sha256      text        primary key,
    file_id     text        not null,
    uploaded_at timestamptz not null
);
