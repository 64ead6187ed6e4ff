-- Users of many tenants. Every key is led by the tenant and the id, nothing is numbered by a sequence: what a
-- distributed engine wants too. Text that is compared has the collation "C": exactly, and the same everywhere.
-- Columns that end in _key hold what two spellings share, computed by the library: engines differ in lower().

create table onoma_users (
    tenant          text collate "C" not null,
    user_id         text collate "C" not null,
    version         bigint      not null,
    tombstone       boolean     not null,
    name            text,
    given_name      text,
    family_name     text,
    nickname        text,
    picture         text,
    email           text,
    email_verified  boolean,
    username        text collate "C",
    phone_number    text collate "C",
    phone_verified  boolean,
    owners          jsonb       not null,
    verifications   jsonb       not null,
    name_key        text collate "C",
    given_name_key  text collate "C",
    family_name_key text collate "C",
    nickname_key    text collate "C",
    email_key       text collate "C",
    user_metadata   jsonb       not null,
    app_metadata    jsonb       not null,
    blocked         boolean     not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (tenant, user_id)
);

create index onoma_users_name on onoma_users (tenant, name_key) where name_key is not null;
create index onoma_users_given_name on onoma_users (tenant, given_name_key) where given_name_key is not null;
create index onoma_users_family_name on onoma_users (tenant, family_name_key) where family_name_key is not null;
create index onoma_users_nickname on onoma_users (tenant, nickname_key) where nickname_key is not null;
create index onoma_users_email on onoma_users (tenant, email_key) where email_key is not null;
create index onoma_users_username on onoma_users (tenant, username) where username is not null;
create index onoma_users_phone_number on onoma_users (tenant, phone_number) where phone_number is not null;
create index onoma_users_email_domain on onoma_users
    (tenant, (substring(email_key from position('@' in email_key) + 1))) where email_key is not null;
create index onoma_users_created_at on onoma_users (tenant, created_at);
create index onoma_users_user_metadata on onoma_users using gin (user_metadata jsonb_path_ops);
create index onoma_users_app_metadata on onoma_users using gin (app_metadata jsonb_path_ops);

create table onoma_identities (
    tenant       text collate "C" not null,
    connection   text collate "C" not null,
    subject      text collate "C" not null,
    user_id      text collate "C" not null,
    position     integer not null,
    provider     text    not null,
    is_social    boolean not null,
    vouched_for  boolean not null,
    profile_data jsonb   not null,
    primary key (tenant, connection, subject),
    foreign key (tenant, user_id) references onoma_users (tenant, user_id) on delete cascade
);

create index onoma_identities_user on onoma_identities (tenant, user_id);
create index onoma_identities_subject on onoma_identities (tenant, subject);

-- What every login writes, apart from the users so that a login rewrites a short row and no index: room is left on each
-- page for the next version of a row.
create table onoma_logins (
    tenant       text collate "C" not null,
    user_id      text collate "C" not null,
    logins_count bigint not null,
    last_login   timestamptz,
    last_ip      text,
    primary key (tenant, user_id),
    foreign key (tenant, user_id) references onoma_users (tenant, user_id) on delete cascade
) with (fillfactor = 70);

create table onoma_events (
    tenant     text collate "C" not null,
    user_id    text collate "C" not null,
    at         timestamptz not null,
    event_id   bigint      not null,
    type       text        not null,
    connection text,
    client_id  text,
    ip         text,
    user_agent text,
    detail     text,
    primary key (tenant, user_id, at, event_id)
);

create index onoma_events_at on onoma_events (tenant, at);

create table onoma_id_spaces (
    tenant     text collate "C" not null,
    connection text collate "C" not null,
    id_space   text not null,
    primary key (tenant, connection)
);

-- How far each import is that has begun and not finished.
create table onoma_imports (
    tenant      text collate "C" not null,
    fingerprint text collate "C" not null,
    row_count   bigint not null,
    inserted    bigint not null,
    updated     bigint not null,
    failed      bigint not null,
    primary key (tenant, fingerprint)
);
