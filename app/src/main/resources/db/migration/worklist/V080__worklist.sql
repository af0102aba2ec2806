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
    -- Sorted as Vietnamese is, with every tone in its place.
    applicant    text collate "vi-x-icu" not null,
    -- Applicant and both numbers in small letters without marks, as somebody in a hurry searches.
    words        text             not null default '',
    -- How the citizen's dossier came in.
    channel      text collate "C" not null default 'COUNTER',
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
    -- Who has opened it since it last changed hands; for everybody else of the post it is unread.
    seen_by      text[]           not null default '{}'
);

-- Every queue of a post reads one stretch of this index, in order, and stops at the page's end.
create index line_by_post on worklist.line (unit, duty, state, due_key, task_id);
create index line_by_home on worklist.line (home, state, due_key, task_id);
-- The same for the other two orders of the list.
create index line_by_post_opened on worklist.line (unit, duty, state, opened_at, task_id);
create index line_by_post_applicant on worklist.line (unit, duty, state, applicant, task_id);
create index line_by_assignee on worklist.line (assignee, due_key, task_id) where assignee is not null;
create index line_by_principal on worklist.line (on_behalf_of) where on_behalf_of is not null;
create index line_by_origin on worklist.line (origin);
-- The board of whoever oversees much: what is due first, of everybody.
create index line_by_due on worklist.line (state, due_key, task_id);

-- An officer's own reminder of a line, beside the legal date; gone with the line.
create table worklist.follow_up (
    task_id  text collate "C" not null,
    officer  text collate "C" not null,
    due_on   date             not null,
    primary key (task_id, officer)
);

create index follow_up_of_officer on worklist.follow_up (officer, due_on);

-- What an officer has typed into a step and not sent yet; gone with the line.
create table worklist.draft (
    task_id  text collate "C" not null,
    officer  text collate "C" not null,
    -- As the form sends it.
    data     jsonb            not null,
    note     text             not null,
    saved_at timestamptz      not null,
    primary key (task_id, officer)
);

-- Lists that officers named for themselves: the address of the list without its page.
create table worklist.saved_filter (
    id      uuid             primary key,
    officer text collate "C" not null,
    name    text             not null,
    query   text             not null
);

create unique index saved_filter_of_officer on worklist.saved_filter (officer, lower(name collate "vi-x-icu"));

-- Papers that a citizen gets, from the moment something calls for them: who printed them, when and how often. The file
-- is written when it is first printed or looked at, so that nothing that calls for a paper waits for it.
create table worklist.sheet (
    id         bigint generated always as identity primary key,
    dossier    text collate "C" not null,
    kind       text collate "C" not null check (kind in ('PRINT', 'RESULT')),
    code       text             not null,
    -- The unit that received the citizen's dossier and hands papers out.
    unit       text collate "C" not null,
    applicant  text             not null,
    procedure  text             not null,
    edition    text             not null,
    document   uuid,
    since      timestamptz      not null,
    printed_at timestamptz,
    printed_by text,
    copies     integer          not null default 0,
    unique (dossier, kind, code)
);

create index sheet_waiting on worklist.sheet (unit, since, id) where printed_at is null;
create index sheet_printed on worklist.sheet (unit, printed_at desc, id desc) where printed_at is not null;

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
    outcome      text,
    -- Seconds of the unit's working time from open to closed, what the law takes out left out; and what the budget gave.
    worked       bigint      not null,
    allowed      bigint
);

create index closed_line_by_time on worklist.closed_line using brin (closed_at);
-- Where the time of a procedure goes, and what an officer got done.
create index closed_line_by_edition on worklist.closed_line (procedure, edition, closed_at);
create index closed_line_by_unit on worklist.closed_line (unit, closed_at);
