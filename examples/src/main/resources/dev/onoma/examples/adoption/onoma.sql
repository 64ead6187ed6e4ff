-- What Onoma needs of the shop's schema: run once.

-- Not everybody has an address, a short name, or a password; and two users may have said one address, for whom it
-- belongs to is not known before it is confirmed.
alter table users drop constraint one_account_per_address;
alter table users alter column email set data type varchar;
alter table users alter column email drop not null;
alter table users alter column display_name set data type varchar;
alter table users alter column display_name drop not null;
alter table users alter column password_hash drop not null;

-- The user, beside the shop's own columns. A row without user_id is the shop's alone: Onoma has not seen it yet.
alter table users add column user_id      varchar unique;
alter table users add column version      bigint  not null default 1;
alter table users add column profile      text;
alter table users add column email_key    varchar;
alter table users add column tombstone    boolean not null default false;
alter table users add column logins_count bigint  not null default 0;
alter table users add column last_login   timestamp(9) with time zone;
alter table users add column last_ip      varchar;
create index users_by_email_key on users (email_key);

create table identities (
    connection varchar not null,
    subject    varchar not null,
    user_id    varchar not null references users (user_id) on delete cascade,
    primary key (connection, subject)
);
create index identities_by_user on identities (user_id);

-- The books must balance after a user has gone.
alter table orders alter column user_id drop not null;
alter table orders drop constraint orders_user;
alter table orders add constraint orders_user foreign key (user_id) references users (id) on delete set null;
