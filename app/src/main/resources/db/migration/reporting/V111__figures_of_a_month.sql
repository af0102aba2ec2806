-- The same rows as before, found from the dossiers of the days that are asked about instead of from all that were ever late.
create or replace view reporting.late_dossier_cause as
select result.dossier                             as dossier,
       result.procedure                           as procedure,
       result.unit                                as received_by,
       result.finished_at                         as finished_at,
       worst.leg                                  as leg,
       worst.unit                                 as unit,
       worst.exceeded                             as exceeded
  from reporting.dossier_result result
 cross join lateral (select consumption.leg, consumption.unit, consumption.exceeded
                       from deadline.consumption
                      where consumption.dossier = result.dossier
                        and consumption.exceeded > 0
                      order by consumption.exceeded desc, consumption.leg
                      limit 1) as worst
 where not result.on_time_originally;

-- Numbers are sorted by their bytes in the tables of clocks and of the work in hand, and by the database's language in those of dossiers. A
-- join that does not say which of the two it means is not answered by the index of dossiers, which is then read whole.
create or replace view reporting.leg_time as
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
  join dossier.dossier on dossier.number = consumption.dossier collate "default";

create or replace view reporting.stuck as
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
  join dossier.dossier on dossier.number = clock.root collate "default"
 where clock.level = 'LEG'
   and clock.state = 'RUNNING'
   and not exists (select from worklist.line where line.origin = clock.root and line.leg = clock.leg)
union all
select 'MESSAGE', message.id::text, message.dossier, '', message.unit, message.unit, message.written_at
  from notification.message
 where message.state in ('NEW', 'FAILED');
