create schema if not exists citizen;

-- How a citizen was content, once per dossier, said by whoever holds the receipt.
create table citizen.rating (
  dossier   text        primary key,
  procedure text        not null,
  unit      text        not null,
  channel   text        not null,
  -- 1 very dissatisfied … 5 very satisfied
  score     smallint    not null check (score between 1 and 5),
  comment   text        check (length(comment) <= 1000),
  rated_at  timestamptz not null
);
create index rating_unit on citizen.rating (unit, rated_at);

-- A promise that the administration moved for itself; the reader of the public page is owed an apology.
create table citizen.delay (
  dossier         text        primary key,
  promised_before timestamptz not null,
  delayed_at      timestamptz not null
);
