-- Where the time of an agency went in a month, without reading all its years.
create index consumption_unit on deadline.consumption (unit, stopped_at);

-- Whose business an escalation is, when there are many of others.
create index escalation_concerns on deadline.escalation using gin (units, to_officers, explainers);
