-- What each officer sees. One row per open step and per open wait, written in the transaction that opened it and
-- deleted in the transaction that closes it, so the table stays as small as the work in hand.
create schema if not exists worklist;

create table worklist.line (
    -- The engine's task, or the engine's wait for a line in state WAITING.
    task_id      text collate "C" primary key,
    -- The step's own dossier (a leg's number for a step of a leg) and the dossier the citizen knows.
    dossier      text collate "C" not null,
    origin       text collate "C" not null,
    leg          text             not null,
    procedure    text             not null,
    edition      text             not null,
    step         text             not null,
    applicant    text             not null,
    unit         text collate "C" not null,
    -- Where the citizen handed the dossier in: whoever supervises there watches the steps of all agencies.
    home         text collate "C" not null,
    duty         text collate "C" not null,
    state        text collate "C" not null check (state in ('OPEN', 'WAITING')),
    assignee     text collate "C",
    -- Whose place the assignee takes by delegation ("X for Y").
    on_behalf_of text,
    claimed_at   timestamptz,
    opened_at    timestamptz      not null,
    due_at       timestamptz,
    -- Sort and keyset key: a step without a due date comes last.
    due_key      timestamptz      not null generated always as (coalesce(due_at, 'infinity')) stored,
    priority     smallint         not null default 0,
    follow_up_on date
);

-- Every queue of a post reads one stretch of this index, in order, and stops at the page's end.
create index line_by_post on worklist.line (unit, duty, state, due_key, task_id);
create index line_by_home on worklist.line (home, state, due_key, task_id);
create index line_by_assignee on worklist.line (assignee, due_key, task_id) where assignee is not null;
create index line_by_origin on worklist.line (origin);
-- The board of whoever oversees much: what is due first, of everybody.
create index line_by_due on worklist.line (state, due_key, task_id);

-- What became of a line: answers "who was faster, and when", and is the raw material of reports. Append-only.
create table worklist.closed_line (
    task_id      text collate "C" primary key,
    dossier      text        not null,
    origin       text        not null,
    leg          text        not null,
    procedure    text        not null,
    edition      text        not null,
    step         text        not null,
    unit         text        not null,
    duty         text        not null,
    assignee     text,
    on_behalf_of text,
    opened_at    timestamptz not null,
    claimed_at   timestamptz,
    due_at       timestamptz,
    closed_at    timestamptz not null,
    -- The officer's decision; null when the step was cancelled.
    outcome      text
);

create index closed_line_by_time on worklist.closed_line using brin (closed_at);
