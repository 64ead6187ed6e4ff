package dev.onoma.store.jdbc.users;

/** How users are read: whole, with identities and counters, in one statement. */
public final class UserQueries {
    /** What {@link UserRows} reads, of a user {@code u}, its identities {@code i} and its counters {@code l}. */
    private static final String COLUMNS = "select u.user_id, u.version, u.tombstone, u.name, u.given_name,"
            + " u.family_name, u.nickname, u.picture, u.email, u.username, u.phone_number, u.owners, u.verifications,"
            + " u.user_metadata, u.app_metadata, u.blocked, u.created_at, u.updated_at, l.logins_count, l.last_login,"
            + " l.last_ip, i.connection, i.subject, i.provider, i.is_social, i.vouched_for, i.profile_data";

    private static final String JOINS = " join onoma_identities i on i.tenant = u.tenant and i.user_id = u.user_id"
            + " left join onoma_logins l on l.tenant = u.tenant and l.user_id = u.user_id";

    /** By tenant and user id. */
    public static final String BY_ID =
            COLUMNS + " from onoma_users u" + JOINS + " where u.tenant = ? and u.user_id = ? order by i.position";

    /** By tenant and user id. */
    public static final String BY_IDENTITY = COLUMNS + " from onoma_identities k"
            + " join onoma_users u on u.tenant = k.tenant and u.user_id = k.user_id" + JOINS
            + " where k.tenant = ? and k.connection = ? and k.subject = ? order by i.position";

    /** By tenant and an address's key, with a limit: oldest first, no tombstones. */
    public static final String BY_EMAIL = whole(
            "select * from onoma_users where tenant = ? and email_key = ? and not tombstone"
                    + " order by created_at, user_id limit ?",
            "u.created_at, u.user_id");

    private UserQueries() {}

    /**
     * Reads users whole that another query finds.
     *
     * @param users a query for all columns of {@code onoma_users}, with the limit on how many
     * @param order the order of these users, as columns of {@code u}; it must tell any two of them apart
     */
    public static String whole(String users, String order) {
        return COLUMNS + " from (" + users + ") u" + JOINS + " order by " + order + ", i.position";
    }
}
