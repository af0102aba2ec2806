-- Dates are inclusive on both ends, as decisions and letters of delegation write them.

create table agency.unit (
  code            text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_vi         text    not null,
  name_en         text    not null,
  kind            text    not null,
  parent          text    references agency.unit,
  identifier_code text,
  -- Without one the parent's.
  calendar        text    references agency.calendar,
  valid_from      date    not null,
  valid_to        date,
  succeeded_by    text    references agency.unit,
  address         text,
  phone           text,
  email           text,
  demonstration   boolean not null default false,
  check (parent <> code),
  check (parent is not null or calendar is not null),
  check (valid_to >= valid_from),
  check (succeeded_by is null or valid_to is not null)
);
create index unit_parent on agency.unit (parent);

-- Which unit answers for a role of a procedure in an area. Area '*' is everywhere on this installation.
create table agency.competence (
  role       text not null,
  area       text not null,
  unit       text not null references agency.unit,
  valid_from date not null,
  valid_to   date,
  primary key (role, area, valid_from),
  check (valid_to >= valid_from)
);

create table agency.officer (
  username      text primary key check (username = lower(username) and username ~ '^[a-z0-9][a-z0-9._@-]*$'),
  full_name     text    not null,
  email         text,
  phone         text,
  -- With the name of its algorithm in front. Null: cannot log in here.
  password_hash text,
  -- Sessions that were opened with an earlier one are over.
  password_changed_at  timestamptz,
  -- Handed over on paper: opens nothing but the page where it is changed, and not for ever.
  password_must_change boolean not null default false,
  password_expires_at  timestamptz,
  locale        text    not null default 'vi' check (locale in ('vi', 'en')),
  active        boolean not null default true,
  -- Its password is public knowledge: refused in production.
  demonstration boolean not null default false
);

create table agency.duty (
  officer    text not null references agency.officer,
  unit       text not null references agency.unit,
  duty       text not null,
  valid_from date not null,
  valid_to   date,
  primary key (officer, unit, duty, valid_from),
  check (valid_to >= valid_from)
);
create index duty_unit on agency.duty (unit, duty);

-- Somebody is away for some days, by a document; what lies in that officer's hands goes to others meanwhile, and comes back
-- by itself.
create table agency.absence (
  id              bigint generated always as identity primary key,
  officer         text not null references agency.officer,
  valid_from      date not null,
  valid_to        date not null,
  document_number text not null check (document_number <> ''),
  reason          text not null check (reason <> ''),
  entered_by      text not null,
  entered_at      timestamptz not null,
  revoked_at      timestamptz,
  revoked_by      text,
  check (valid_to >= valid_from),
  check ((revoked_at is null) = (revoked_by is null))
);
create index absence_days on agency.absence (valid_to) where revoked_at is null;

create table agency.delegation (
  id              bigint generated always as identity primary key,
  from_officer    text not null references agency.officer,
  -- Null, in an absence: nobody in particular; whoever has the duty may take what lies there.
  to_officer      text references agency.officer,
  unit            text not null references agency.unit,
  duty            text not null,
  valid_from      date not null,
  valid_to        date not null,
  document_number text not null,
  revoked_at      timestamptz,
  absence         bigint references agency.absence,
  check (from_officer <> to_officer),
  check (to_officer is not null or absence is not null),
  check (valid_to >= valid_from)
);
create index delegation_absence on agency.delegation (absence) where absence is not null;
create index delegation_to on agency.delegation (to_officer);

create trigger touch after insert or update or delete on agency.unit
  for each statement execute function agency.touch();
create trigger touch after insert or update or delete on agency.competence
  for each statement execute function agency.touch();
create trigger touch after insert or update or delete on agency.officer
  for each statement execute function agency.touch();
create trigger touch after insert or update or delete on agency.duty
  for each statement execute function agency.touch();
create trigger touch after insert or update or delete on agency.delegation
  for each statement execute function agency.touch();
