-- What accounts of the application's own need beside users. A credential refers to its identity by the key alone: it
-- stays while its identity goes from one user to another, and the library removes it together with the user.

create table if not exists onoma_credentials (
    tenant          varchar not null,
    connection      varchar not null,
    subject         varchar not null,
    version         bigint not null,
    email_key       varchar,
    username_key    varchar,
    phone_number    varchar,
    password_hash   varchar,
    password_set_at timestamp with time zone,
    primary key (tenant, connection, subject)
);

-- Of each name there is one at a connection, whatever races.
create unique index if not exists onoma_credentials_email on onoma_credentials (tenant, connection, email_key);
create unique index if not exists onoma_credentials_username on onoma_credentials (tenant, connection, username_key);
create unique index if not exists onoma_credentials_phone_number on onoma_credentials (tenant, connection, phone_number);

create table if not exists onoma_tickets (
    tenant      varchar not null,
    ticket_hash varchar not null,
    connection  varchar not null,
    subject     varchar not null,
    purpose     varchar not null,
    address     varchar not null,
    issued_at   timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    primary key (tenant, ticket_hash)
);

-- The newest of a purpose alone is good, of two that are made at once as well.
create unique index if not exists onoma_tickets_identity on onoma_tickets (tenant, connection, subject, purpose);
create index if not exists onoma_tickets_expires_at on onoma_tickets (tenant, expires_at);

create table if not exists onoma_codes (
    tenant      varchar not null,
    connection  varchar not null,
    address     varchar not null,
    code_id     varchar not null,
    code_mac    varchar not null,
    link_mac    varchar not null,
    browser_mac varchar not null,
    tries       integer not null,
    expires_at  timestamp with time zone not null,
    primary key (tenant, connection, address)
);

create index if not exists onoma_codes_expires_at on onoma_codes (tenant, expires_at);

-- Counted up, and forgotten at their ends.
create table if not exists onoma_attempts (
    tenant      varchar not null,
    attempt_key varchar not null,
    attempts    bigint not null,
    ends_at     timestamp with time zone not null,
    primary key (tenant, attempt_key)
);

create index if not exists onoma_attempts_ends_at on onoma_attempts (tenant, ends_at);
