-- What somebody did, without reading what everybody did.
create index entry_by_actor on audit.entry (actor, at, unit, position) where actor is not null;
