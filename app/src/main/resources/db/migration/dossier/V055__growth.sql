-- Whoever looks for a dossier reads what is found and not what was ever finished (ADR 36).

-- A name in words, whose beginnings can be looked for. No word of a name is as long as a word of an index may not be.
create function dossier.words_of(plain text) returns tsvector language sql immutable strict parallel safe as
$$ select array_to_tsvector(array_remove(string_to_array(left(plain, 500), ' '), '')) $$;

-- What somebody typed: whole words, of the last one the beginning. Null when there is no word.
create function dossier.words_typed(name text) returns tsquery language sql immutable strict parallel safe as
$$ select (string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''', ' & ') || ':*')::tsquery
     from unnest(array_remove(string_to_array(left(dossier.plain(name), 500), ' '), '')) as word $$;

-- One index for who may see it and whose it is, so that neither all dossiers of a unit nor all people of a name are read.
create index dossier_units_and_name on dossier.dossier using gin (units, dossier.words_of(applicant_plain));
drop index dossier.dossier_units;

-- Lists show agencies' own dossiers too.
create index dossier_newest on dossier.dossier (received_at desc, number desc);
drop index dossier.dossier_received;
create index dossier_identity on dossier.dossier (applicant_identity, received_at desc) where applicant_identity is not null;
drop index dossier.dossier_applicant;
-- People copy numbers from paper, in whatever letters, and often only their beginning.
create index dossier_number on dossier.dossier (lower(number) text_pattern_ops);

-- What a returns desk may have something of.
create index dossier_at_hand on dossier.dossier using gin (units) where origin is null and state in (4, 5, 6, 9);

-- What came to an end at a unit when, for figures; and the broken promises among it.
create index dossier_ended_by_unit on dossier.dossier (unit, (coalesce(ready_at, finished_at)))
    where origin is null and coalesce(ready_at, finished_at) is not null;
create index dossier_late on dossier.dossier ((coalesce(ready_at, finished_at)))
    where origin is null and coalesce(ready_at, finished_at) > original_promised_at;
drop index dossier.dossier_ended;
create index leg_ended on dossier.leg (unit, finished_at) where state in ('DONE', 'REFUSED');
