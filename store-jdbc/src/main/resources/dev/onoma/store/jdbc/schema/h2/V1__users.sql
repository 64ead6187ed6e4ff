-- Users of many tenants. Every key is led by the tenant and the id, nothing is numbered by a sequence: what a
-- distributed engine wants too. Columns that end in _key hold what two spellings share, computed by the
-- library: engines differ in lower().
--
-- H2 confirms each statement here by itself: what is there already was left by an opening that was killed.

create table if not exists onoma_users (
    tenant          varchar not null,
    user_id         varchar not null,
    version         bigint      not null,
    tombstone       boolean     not null,
    name            varchar,
    given_name      varchar,
    family_name     varchar,
    nickname        varchar,
    picture         varchar,
    email           varchar,
    email_verified  boolean,
    username        varchar,
    phone_number    varchar,
    phone_verified  boolean,
    owners          json       not null,
    verifications   json       not null,
    name_key        varchar,
    given_name_key  varchar,
    family_name_key varchar,
    nickname_key    varchar,
    email_key       varchar,
    user_metadata   json       not null,
    app_metadata    json       not null,
    blocked         boolean     not null,
    created_at      timestamp with time zone not null,
    updated_at      timestamp with time zone not null,
    primary key (tenant, user_id)
);

create index if not exists onoma_users_name on onoma_users (tenant, name_key);
create index if not exists onoma_users_given_name on onoma_users (tenant, given_name_key);
create index if not exists onoma_users_family_name on onoma_users (tenant, family_name_key);
create index if not exists onoma_users_nickname on onoma_users (tenant, nickname_key);
create index if not exists onoma_users_email on onoma_users (tenant, email_key);
create index if not exists onoma_users_username on onoma_users (tenant, username);
create index if not exists onoma_users_phone_number on onoma_users (tenant, phone_number);
create index if not exists onoma_users_created_at on onoma_users (tenant, created_at);

create table if not exists onoma_identities (
    tenant       varchar not null,
    connection   varchar not null,
    subject      varchar not null,
    user_id      varchar not null,
    position     integer not null,
    provider     varchar not null,
    is_social    boolean not null,
    vouched_for  boolean not null,
    profile_data json   not null,
    primary key (tenant, connection, subject),
    foreign key (tenant, user_id) references onoma_users (tenant, user_id) on delete cascade
);

create index if not exists onoma_identities_user on onoma_identities (tenant, user_id);
create index if not exists onoma_identities_subject on onoma_identities (tenant, subject);

-- What every login writes, apart from the users so that a login rewrites a short row and no index.
create table if not exists onoma_logins (
    tenant       varchar not null,
    user_id      varchar not null,
    logins_count bigint not null,
    last_login   timestamp with time zone,
    last_ip      varchar,
    primary key (tenant, user_id),
    foreign key (tenant, user_id) references onoma_users (tenant, user_id) on delete cascade
);

create table if not exists onoma_events (
    tenant     varchar not null,
    user_id    varchar not null,
    at         timestamp with time zone not null,
    event_id   bigint      not null,
    type       varchar not null,
    connection varchar,
    client_id  varchar,
    ip         varchar,
    user_agent varchar,
    detail     varchar,
    primary key (tenant, user_id, at, event_id)
);

create index if not exists onoma_events_at on onoma_events (tenant, at);

create table if not exists onoma_id_spaces (
    tenant     varchar not null,
    connection varchar not null,
    id_space   varchar not null,
    primary key (tenant, connection)
);

-- How far each import is that has begun and not finished.
create table if not exists onoma_imports (
    tenant      varchar not null,
    fingerprint varchar not null,
    row_count   bigint not null,
    inserted    bigint not null,
    updated     bigint not null,
    failed      bigint not null,
    primary key (tenant, fingerprint)
);
