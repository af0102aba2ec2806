-- Ladders that agencies have instead of the usual one, level by level. Rows are only ever added: the newest one counts,
-- the others tell who had what when.
create table deadline.ladder (
    id         bigint generated always as identity primary key,
    agency     text collate "C" not null,
    level      text             not null check (level in ('DOSSIER', 'LEG', 'STEP')),
    -- One rung each: when|to whom|what, such as 80%|assignee|ADVISE. Null: the usual ladder again.
    rungs      text[],
    changed_by text             not null check (changed_by <> ''),
    changed_at timestamptz      not null
);
create index ladder_newest on deadline.ladder (agency, level, id desc);
