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
