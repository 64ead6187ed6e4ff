-- What accounts of the application's own need beside users. A credential refers to its identity by the key alone: it
-- stays while its identity goes from one user to another, and the library removes it together with the user.

create table onoma_credentials (
    tenant          text collate "C" not null,
    connection      text collate "C" not null,
    subject         text collate "C" not null,
    version         bigint not null,
    email_key       text collate "C",
    username_key    text collate "C",
    phone_number    text collate "C",
    password_hash   text,
    password_set_at timestamptz,
    primary key (tenant, connection, subject)
);

-- Of each name there is one at a connection, whatever races.
create unique index onoma_credentials_email on onoma_credentials (tenant, connection, email_key)
    where email_key is not null;
create unique index onoma_credentials_username on onoma_credentials (tenant, connection, username_key)
    where username_key is not null;
create unique index onoma_credentials_phone_number on onoma_credentials (tenant, connection, phone_number)
    where phone_number is not null;

create table onoma_tickets (
    tenant      text collate "C" not null,
    ticket_hash text collate "C" not null,
    connection  text collate "C" not null,
    subject     text collate "C" not null,
    purpose     text collate "C" not null,
    address     text not null,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    primary key (tenant, ticket_hash)
);

-- The newest of a purpose alone is good, of two that are made at once as well.
create unique index onoma_tickets_identity on onoma_tickets (tenant, connection, subject, purpose);
create index onoma_tickets_expires_at on onoma_tickets (tenant, expires_at);

create table onoma_codes (
    tenant      text collate "C" not null,
    connection  text collate "C" not null,
    address     text collate "C" not null,
    code_id     text collate "C" not null,
    code_mac    text not null,
    link_mac    text not null,
    browser_mac text not null,
    tries       integer not null,
    expires_at  timestamptz not null,
    primary key (tenant, connection, address)
);

create index onoma_codes_expires_at on onoma_codes (tenant, expires_at);

-- Counted up under attack: room is left on each page for the next version of a row.
create table onoma_attempts (
    tenant      text collate "C" not null,
    attempt_key text collate "C" not null,
    attempts    bigint not null,
    ends_at     timestamptz not null,
    primary key (tenant, attempt_key)
) with (fillfactor = 70);

create index onoma_attempts_ends_at on onoma_attempts (tenant, ends_at);
