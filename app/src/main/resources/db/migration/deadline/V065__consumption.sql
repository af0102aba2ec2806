-- What each agency used of its own budget, written once when its clock stops. Who began late because the one before was
-- late is told apart from who was slow.
create table deadline.consumption (
    clock           text collate "C" primary key references deadline.clock,
    dossier         text collate "C" not null,
    leg             text             not null,
    unit            text collate "C" not null,
    amount          integer          not null,
    budget_unit     text             not null,
    -- When it should have begun as planned, and when it did.
    planned_at      timestamptz      not null,
    started_at      timestamptz      not null,
    -- Its date as planned, what the law takes out included; its date from when it really began; when it was over.
    promised_at     timestamptz      not null,
    due_at          timestamptz      not null,
    stopped_at      timestamptz      not null,
    -- Seconds in the budget's own kind of time, pauses left out: from the start to the due date, and to the end.
    allowed         bigint           not null,
    used            bigint           not null,
    -- Working seconds: how much later it began than planned, how much it was over its own date.
    inherited       bigint           not null check (inherited >= 0),
    exceeded        bigint           not null check (exceeded >= 0),
    verdict         text             not null
        check (verdict in ('IN_TIME', 'INHERITED', 'SLOW', 'SLOW_AND_INHERITED')),
    check ((verdict in ('SLOW', 'SLOW_AND_INHERITED')) = (stopped_at > due_at))
);
create index consumption_dossier on deadline.consumption (dossier);
