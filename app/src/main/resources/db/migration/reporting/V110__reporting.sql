-- What reports read: the only place that looks into several schemas at once. Views, so that a figure is always the
-- figure of the rows it is made of. Nothing here counts a citizen's dossier and its legs together.
create schema if not exists reporting;

-- One row per agency's part of a citizen's dossier that came to an end. What was withdrawn or cancelled is nobody's result.
create view reporting.leg_result as
select leg.dossier                                as dossier,
       dossier.procedure                          as procedure,
       leg.leg                                    as leg,
       leg.unit                                   as unit,
       leg.state                                  as state,
       leg.started_at                             as started_at,
       leg.finished_at                            as finished_at,
       leg.original_due_at                        as original_due_at,
       leg.due_at                                 as due_at,
       leg.finished_at <= leg.original_due_at     as on_time_originally,
       leg.finished_at <= leg.due_at              as on_time,
       -- The agency's own time alone: who began late because of another and kept the own budget did not fail.
       coalesce(consumption.verdict in ('IN_TIME', 'INHERITED'),
                leg.finished_at <= leg.original_due_at) as kept_own,
       coalesce(consumption.verdict = 'INHERITED', false) as inherited,
       consumption.used                           as used,
       consumption.allowed                        as allowed
  from dossier.leg
  join dossier.dossier on dossier.number = leg.dossier
  left join deadline.consumption on consumption.dossier = leg.dossier and consumption.leg = leg.leg
 where dossier.origin is null
   and leg.state in ('DONE', 'REFUSED')
   and leg.finished_at is not null
   and leg.original_due_at is not null;

-- One row per citizen's dossier whose result lay ready, or which ended without one. Measured when the result lies ready,
-- not when somebody signs and not when the citizen comes.
create view reporting.dossier_result as
select number                                                                as dossier,
       procedure                                                             as procedure,
       unit                                                                  as unit,
       state                                                                 as state,
       received_at                                                           as received_at,
       coalesce(ready_at, finished_at)                                       as finished_at,
       original_promised_at                                                  as original_due_at,
       promised_at                                                           as due_at,
       coalesce(ready_at, finished_at) <= original_promised_at               as on_time_originally,
       coalesce(ready_at, finished_at) <= promised_at                        as on_time
  from dossier.dossier
 where origin is null
   and coalesce(ready_at, finished_at) is not null
   -- 7: the applicant took it back.
   and state <> 7
   and original_promised_at is not null;

-- Of each citizen's dossier that broke its first promise, the agency's part that exceeded its own time most.
create view reporting.late_dossier_cause as
select distinct on (result.dossier)
       result.dossier                             as dossier,
       result.procedure                           as procedure,
       result.unit                                as received_by,
       result.finished_at                         as finished_at,
       consumption.leg                            as leg,
       consumption.unit                           as unit,
       consumption.exceeded                       as exceeded
  from reporting.dossier_result result
  join deadline.consumption on consumption.dossier = result.dossier
 where not result.on_time_originally
   and consumption.exceeded > 0
 order by result.dossier, consumption.exceeded desc, consumption.leg;

-- The work in hand, line by line, without names.
create view reporting.open_work as
select procedure, unit, duty, leg, step, state, assignee is not null as taken, opened_at, due_at
  from worklist.line;

-- What stands still without an open step to blame, and since when. The unit is whose move it is, the home who received
-- the citizen's dossier.
create view reporting.stuck as
select 'HANDOVER'               as kind,
       handover.id::text        as id,
       handover.origin          as dossier,
       handover.leg             as leg,
       handover.to_unit         as unit,
       dossier.unit             as home,
       handover.sent_at         as since
  from interconnection.handover
  join dossier.dossier on dossier.number = handover.origin
 where handover.state = 'SENT'
union all
-- The clock of an agency's part runs, and nobody has anything to do or to wait for.
select 'CLOCK', clock.key, clock.root, clock.leg, clock.unit, dossier.unit, clock.running_since
  from deadline.clock
  join dossier.dossier on dossier.number = clock.root
 where clock.level = 'LEG'
   and clock.state = 'RUNNING'
   and not exists (select from worklist.line where line.origin = clock.root and line.leg = clock.leg)
union all
select 'MESSAGE', message.id::text, message.dossier, '', message.unit, message.unit, message.written_at
  from notification.message
 where message.state in ('NEW', 'FAILED');

-- One row per step that an officer decided, without names of citizens. Time is working time of the unit that owed it.
create view reporting.step_time as
select task_id, dossier, procedure, edition, step, leg, unit, assignee as officer, on_behalf_of, opened_at, closed_at,
       closed_at > due_at as late, worked, allowed
  from worklist.closed_line
 where outcome is not null;

-- The same for agencies' parts of citizens' dossiers that are over, in the budget's own kind of time.
create view reporting.leg_time as
select consumption.clock        as task_id,
       consumption.dossier      as dossier,
       dossier.procedure        as procedure,
       dossier.edition          as edition,
       consumption.leg          as leg,
       null::text               as step,
       consumption.unit         as unit,
       null::text               as officer,
       null::text               as on_behalf_of,
       consumption.started_at   as opened_at,
       consumption.stopped_at   as closed_at,
       consumption.exceeded > 0 as late,
       consumption.used         as worked,
       consumption.allowed      as allowed
  from deadline.consumption
  join dossier.dossier on dossier.number = consumption.dossier;

-- The screens in halls that nobody is logged in at: whoever has the link sees counts of the agency. Only a digest is kept.
create table reporting.wall (
    agency  text        primary key,
    digest  text        not null unique,
    made_by text        not null,
    made_at timestamptz not null
);
