-- Wrong passwords, counted over all nodes and restarts. Digests only: people type passwords where the name belongs.
create table agency.login_failure (
  -- Empty: of an address, whatever account was tried.
  account     bytea       not null,
  -- Empty: of an account, from wherever.
  address     bytea       not null,
  failures    integer     not null,
  last_at     timestamptz not null,
  -- When this account was last opened from this address.
  familiar_at timestamptz,
  primary key (account, address)
);
create index login_failure_last on agency.login_failure (last_at);
