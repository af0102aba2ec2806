create schema dossier;

-- A name as it is looked for: in small letters and without marks, because people at a counter type in a hurry.
-- Made small at the end, when only plain letters are left: a database without a locale knows no others.
create function dossier.plain(name text) returns text language sql immutable strict parallel safe as
$$ select lower(translate(regexp_replace(normalize(name, nfd), U&'[\0300-\036f]', '', 'g'), 'đĐ', 'dD')) $$;

-- One row per dossier: a citizen's, or the one an agency opened for its leg of another.
create table dossier.dossier (
    number               text        primary key,
    procedure            text        not null,
    edition              text        not null,
    origin               text        references dossier.dossier,
    origin_leg           text,
    state                smallint    not null check (state between 1 and 10),
    finance              text        not null default 'NONE',
    delivery             text        not null default 'PENDING',
    channel              text        not null,
    area                 text        not null,
    unit                 text        not null,
    -- Every unit whose business it is, was or may be: who may see it.
    units                text[]      not null,
    applicant_name       text        not null,
    applicant_plain      text        generated always as (dossier.plain(applicant_name)) stored,
    applicant_identity   text,
    applicant_phone      text,
    applicant_email      text,
    content              jsonb       not null,
    -- Flow nodes its process has entered, for the picture of where it stands.
    visited              text[]      not null default '{}',
    end_element          text,
    secret               text        not null,
    submitted_at         timestamptz not null,
    received_at          timestamptz not null,
    received_by          text,
    promised_at          timestamptz,
    original_promised_at timestamptz,
    ready_at             timestamptz,
    finished_at          timestamptz
);
create index dossier_origin on dossier.dossier (origin) where origin is not null;
create index dossier_applicant on dossier.dossier (applicant_identity, received_at desc) where origin is null;
create index dossier_received on dossier.dossier (received_at desc, number) where origin is null;
create index dossier_open_by_edition on dossier.dossier (procedure, edition) where finished_at is null;
create index dossier_unit on dossier.dossier (unit, received_at, number);
create index dossier_ready on dossier.dossier (ready_at, number) where state = 9 and origin is null;
-- What a unit has in hand, and what came to an end when: the screen in the hall and the reports.
create index dossier_open_by_unit on dossier.dossier (unit) where origin is null and finished_at is null;
create index dossier_ended on dossier.dossier ((coalesce(ready_at, finished_at)))
    where origin is null and coalesce(ready_at, finished_at) is not null;
create index dossier_finished on dossier.dossier (finished_at) where origin is null and finished_at is not null;
create index dossier_units on dossier.dossier using gin (units);

-- What each agency owes of a dossier.
create table dossier.leg (
    dossier         text        not null references dossier.dossier,
    leg             text        not null,
    position        smallint    not null,
    unit            text        not null,
    after           text,
    founding        boolean     not null,
    number          text        references dossier.dossier,
    state           text        not null,
    due_at          timestamptz,
    original_due_at timestamptz,
    started_at      timestamptz,
    finished_at     timestamptz,
    primary key (dossier, leg)
);
create index leg_number on dossier.leg (number) where number is not null;

-- What happened; the legal record. Rows are only ever added.
create table dossier.event (
    id           bigint generated always as identity primary key,
    dossier      text        not null references dossier.dossier,
    -- The citizen's dossier this belongs to in the end, which is itself or its origin.
    root         text        not null,
    -- The entry of the log that vouches for it.
    command      uuid        not null,
    at           timestamptz not null,
    actor        text,
    on_behalf_of text,
    unit         text,
    what         text        not null,
    details      jsonb       not null
);
create index event_root on dossier.event (root, id desc);
-- Lists of work count the words of colleagues.
create index event_comment on dossier.event (root) where what = 'task-commented';
create index event_by_time on dossier.event using brin (at);

create function dossier.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'what happened is never changed'; end $$;
create trigger event_is_append_only before update or delete on dossier.event
    for each row execute function dossier.refuse_change();

-- What the applicant handed in, sheet by sheet.
create table dossier.paper (
    dossier  text     not null references dossier.dossier,
    position smallint not null,
    code     text     not null,
    form     text     not null,
    copies   smallint not null,
    document uuid,
    primary key (dossier, position)
);

-- What other systems call it: the national portal, a ministry's system, another installation.
create table dossier.external_number (
    dossier  text        not null references dossier.dossier,
    system   text        not null,
    number   text        not null,
    given_at timestamptz not null,
    primary key (dossier, system, number)
);
-- People copy numbers from paper, in whatever letters, and often only their beginning.
create index external_number_number on dossier.external_number (lower(number) text_pattern_ops);

-- Each time the applicant was asked to complete the dossier.
create table dossier.supplement (
    dossier     text        not null references dossier.dossier,
    round       smallint    not null,
    asked_at    timestamptz not null,
    asked_by    text        not null,
    reason      text        not null,
    legal_basis text        not null,
    papers      jsonb       not null,
    answer_by   timestamptz,
    answered_at timestamptz,
    primary key (dossier, round)
);
