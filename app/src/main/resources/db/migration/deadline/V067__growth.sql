-- Where the time of an agency went in a month, without reading all its years.
create index consumption_unit on deadline.consumption (unit, stopped_at);
