insert into onoma_users (tenant, user_id, version, tombstone, name, email, email_verified, owners, verifications,
    name_key, email_key, user_metadata, app_metadata, blocked, created_at, updated_at)
values ('default', 'developer|ada', 5, false, 'Ada', 'ada@example.org', true,
    JSON '{"name":"developer","email":"developer"}',
    JSON '{"email":{"by":"developer","at":"2026-01-01T12:00:00Z"}}',
    'ada', 'ada@example.org', JSON '{"language":"hr"}', JSON '{"plan":"full"}', false,
    timestamp with time zone '2026-01-01 12:00:00+00', timestamp with time zone '2026-01-01 12:00:00+00');
insert into onoma_identities (tenant, connection, subject, user_id, position, provider, is_social, vouched_for,
    profile_data)
values ('default', 'developer', 'ada', 'developer|ada', 0, 'developer', true, true, JSON '{"id":"ada"}');
insert into onoma_identities (tenant, connection, subject, user_id, position, provider, is_social, vouched_for,
    profile_data)
values ('default', 'trusting', 'ada.work', 'developer|ada', 1, 'developer', true, true, JSON '{"id":"ada.work"}');
insert into onoma_logins (tenant, user_id, logins_count, last_login, last_ip)
values ('default', 'developer|ada', 41, timestamp with time zone '2026-01-01 12:00:00+00', '192.0.2.1');
insert into onoma_events (tenant, user_id, at, event_id, type, connection)
values ('default', 'developer|ada', timestamp with time zone '2026-01-01 12:00:00+00', 256, 'login', 'developer');
insert into onoma_users (tenant, user_id, version, tombstone, email, email_verified, username, phone_number,
    phone_verified, owners, verifications, email_key, user_metadata, app_metadata, blocked, created_at, updated_at)
values ('default', 'people|a81bc81b', 5, false, 'Ada@Example.org', false, 'ada', '+385911234567', false,
    JSON '{"email":"user","username":"user","phone_number":"user"}', JSON '{}', 'ada@example.org', JSON '{}', JSON '{}',
    false, timestamp with time zone '2026-01-01 12:00:00+00',
    timestamp with time zone '2026-01-01 12:00:00+00');
insert into onoma_identities (tenant, connection, subject, user_id, position, provider, is_social, vouched_for,
    profile_data)
values ('default', 'people', 'a81bc81b', 'people|a81bc81b', 0, 'database', false, false, JSON '{}');
insert into onoma_logins (tenant, user_id, logins_count, last_login, last_ip)
values ('default', 'people|a81bc81b', 0, null, null);
insert into onoma_credentials (tenant, connection, subject, version, email_key, username_key, phone_number,
    password_hash, password_set_at)
values ('default', 'people', 'a81bc81b', 5, 'ada@example.org', 'ada', '+385911234567',
    '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA', timestamp with time zone '2026-01-01 12:00:00+00');
insert into onoma_tickets (tenant, ticket_hash, connection, subject, purpose, address, issued_at, expires_at)
values ('default', '7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c', 'people', 'a81bc81b',
    'reset_password', 'Ada@Example.org', timestamp with time zone '2026-01-01 12:00:00+00',
    timestamp with time zone '2026-01-01 13:00:00+00');
insert into onoma_codes (tenant, connection, address, code_id, code_mac, link_mac, browser_mac, tries, expires_at)
values ('default', 'email', 'ada@example.org', '0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c',
    '0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d',
    '0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e0e',
    '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f', 2,
    timestamp with time zone '2026-01-01 12:03:00+00');
insert into onoma_attempts (tenant, attempt_key, attempts, ends_at)
values ('default', '3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e3e', 7,
    timestamp with time zone '2026-01-01 12:15:00+00');
