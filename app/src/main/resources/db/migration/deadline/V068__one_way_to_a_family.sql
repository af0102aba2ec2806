-- The clocks of a dossier that still matter have one index instead of two, with the very condition by which they are asked for.
create index clock_family on deadline.clock (dossier) where level <> 'STEP' or state <> 'STOPPED';
drop index deadline.clock_dossier;
drop index deadline.clock_parts;

-- Its condition is now worded so that only whoever asks for a calendar meets it. As "state <> 'STOPPED'" it was true for every
-- question about running clocks; where few run, PostgreSQL took reading all of it for as cheap as looking one dossier up, and
-- read the entries that stopped clocks leave behind until the next vacuum: thousands for every step.
drop index deadline.clock_calendar;
create index clock_calendar on deadline.clock (calendar) where state in ('PLANNED', 'RUNNING', 'PAUSED');
