create schema if not exists agency;

-- One row that changes with every change of this schema's reference data: a node that remembers the organisation or a
-- calendar compares the number before it trusts its memory. A row, not a sequence: the number must become visible
-- together with the change.
create table agency.revision (
  only_row boolean primary key default true check (only_row),
  number   bigint  not null default 1
);
insert into agency.revision default values;

create function agency.touch() returns trigger language plpgsql as $$
begin
  update agency.revision set number = number + 1;
  return null;
end $$;

create table agency.calendar (
  key     text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_vi text not null,
  name_en text not null,
  -- Days and, without sessions of its own, sessions come from there; own days win.
  follows text references agency.calendar
);

-- When the agency is open. Weekday 1 is Monday. Dates are inclusive.
create table agency.calendar_session (
  calendar   text     not null references agency.calendar,
  weekday    smallint not null check (weekday between 1 and 7),
  opens      time     not null,
  closes     time     not null,
  valid_from date     not null,
  valid_to   date,
  primary key (calendar, weekday, opens, valid_from),
  check (closes > opens),
  check (valid_to >= valid_from)
);

create table agency.calendar_day (
  calendar  text    not null references agency.calendar,
  on_date   date    not null,
  kind      text    not null check (kind in ('HOLIDAY', 'MAKE_UP')),
  name      text    not null,
  source    text    not null,
  confirmed boolean not null,
  -- Came with the product; a later release may confirm or withdraw it as long as it is unconfirmed.
  shipped   boolean not null default false,
  primary key (calendar, on_date)
);

-- Only for a make-up day that is not worked like an ordinary day.
create table agency.calendar_day_session (
  calendar text not null,
  on_date  date not null,
  opens    time not null,
  closes   time not null,
  primary key (calendar, on_date, opens),
  foreign key (calendar, on_date) references agency.calendar_day on delete cascade,
  check (closes > opens)
);

create trigger touch after insert or update or delete on agency.calendar
  for each statement execute function agency.touch();
create trigger touch after insert or update or delete on agency.calendar_session
  for each statement execute function agency.touch();
create trigger touch after insert or update or delete on agency.calendar_day
  for each statement execute function agency.touch();
create trigger touch after insert or update or delete on agency.calendar_day_session
  for each statement execute function agency.touch();

-- Reference data. The days of the national calendar are kept in calendars/vn-public-service.csv.
insert into agency.calendar (key, name_vi, name_en, follows) values
  ('vn-public-service', 'Lịch làm việc của cơ quan nhà nước', 'Public service of Viet Nam', null),
  ('ward', 'Ủy ban nhân dân cấp xã', 'Commune-level people''s committee', 'vn-public-service');

insert into agency.calendar_session (calendar, weekday, opens, closes, valid_from)
select calendar, weekday, opens, closes, date '2000-01-01'
from (values ('vn-public-service'), ('ward')) as c (calendar),
     generate_series(1, 5) as w (weekday),
     (values (time '07:30', time '11:30'), (time '13:00', time '17:00')) as s (opens, closes);
