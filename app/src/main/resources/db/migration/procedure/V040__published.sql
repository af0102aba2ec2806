create schema if not exists procedure;

-- Grows with every edition that is published or withdrawn; nodes look at it to know whether to read the rest again.
create table procedure.revision (
    number bigint not null
);
insert into procedure.revision values (0);

-- Editions that were published while the product ran, file by file, as they were approved. Those the application brings
-- lie in the application.
create table procedure.published_file (
    procedure text  not null,
    edition   date  not null,
    kind      text  not null check (kind in ('FILE', 'FORM', 'SHARED_FORM')),
    name      text  not null,
    content   bytea not null,
    primary key (procedure, edition, kind, name)
);

-- Editions, shipped or published, by which nothing more is received.
create table procedure.withdrawn (
    procedure text not null,
    edition   date not null,
    primary key (procedure, edition)
);
