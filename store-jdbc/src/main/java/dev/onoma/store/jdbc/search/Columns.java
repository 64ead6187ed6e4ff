package dev.onoma.store.jdbc.search;

import dev.onoma.core.search.UserField;

/**
 * Where fields are kept: in columns of a user {@code s}, its counters {@code c}, and an identity {@code i} of it. Those
 * that are compared without regard to case have a column with their keys.
 */
final class Columns {
    private Columns() {}

    static String of(UserField field) {
        return switch (field) {
            case NAME, GIVEN_NAME, FAMILY_NAME, NICKNAME, EMAIL -> "s." + field.fieldName() + "_key";
            case EMAIL_DOMAIN -> "substring(s.email_key from position('@' in s.email_key) + 1)";
            case USER_ID, PICTURE, EMAIL_VERIFIED, USERNAME, PHONE_NUMBER, PHONE_VERIFIED, BLOCKED -> own(field);
            case CREATED_AT, UPDATED_AT -> own(field);
            case LAST_LOGIN, LAST_IP -> "c." + field.fieldName();
            case LOGINS_COUNT -> "c.logins_count";
            case IDENTITY_CONNECTION -> "i.connection";
            case IDENTITY_PROVIDER -> "i.provider";
            case IDENTITY_USER_ID -> "i.subject";
            case IDENTITY_IS_SOCIAL -> "i.is_social";
        };
    }

    private static String own(UserField field) {
        return "s." + field.fieldName();
    }

    static boolean isOfIdentities(UserField field) {
        return field.fieldName().startsWith("identities.");
    }

    /** Whether every user has a value. */
    static boolean isAlwaysThere(UserField field) {
        return switch (field) {
            case USER_ID, BLOCKED, LOGINS_COUNT, CREATED_AT, UPDATED_AT -> true;
            default -> isOfIdentities(field);
        };
    }
}
