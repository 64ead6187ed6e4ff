-- The shop's own schema, as it has been for years.

create table users (
    id              bigint generated always as identity primary key,
    email           varchar(255) not null,
    email_confirmed boolean      not null default false,
    display_name    varchar(100) not null,
    password_hash   varchar(100) not null,
    created_at      timestamp with time zone not null default current_timestamp,
    constraint one_account_per_address unique (email)
);

create table orders (
    id      bigint generated always as identity primary key,
    user_id bigint       not null,
    article varchar(100) not null,
    constraint orders_user foreign key (user_id) references users (id)
);
