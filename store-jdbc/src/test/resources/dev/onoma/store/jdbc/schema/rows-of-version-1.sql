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
