package dev.onoma.core.search;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that every user has room for. */
public enum UserField implements Field {
    USER_ID("user_id", Kind.TEXT, true),
    NAME(RootAttribute.NAME, true),
    GIVEN_NAME(RootAttribute.GIVEN_NAME, true),
    FAMILY_NAME(RootAttribute.FAMILY_NAME, true),
    NICKNAME(RootAttribute.NICKNAME, true),
    PICTURE(RootAttribute.PICTURE, false),
    EMAIL(RootAttribute.EMAIL, true),
    /** The domain of the e-mail address, as addresses are compared. */
    EMAIL_DOMAIN("email.domain", Kind.TEXT, false),
    /** Whether the e-mail address is verified; no value where there is no address. */
    EMAIL_VERIFIED("email_verified", Kind.BOOLEAN, false),
    USERNAME(RootAttribute.USERNAME, true),
    PHONE_NUMBER(RootAttribute.PHONE_NUMBER, true),
    /** Whether the phone number is verified; no value where there is no number. */
    PHONE_VERIFIED("phone_verified", Kind.BOOLEAN, false),
    BLOCKED("blocked", Kind.BOOLEAN, false),
    LOGINS_COUNT("logins_count", Kind.NUMBER, true),
    LAST_LOGIN("last_login", Kind.TIME, true),
    LAST_IP("last_ip", Kind.TEXT, false),
    CREATED_AT("created_at", Kind.TIME, true),
    UPDATED_AT("updated_at", Kind.TIME, true),
    /** The connections of the user's identities. */
    IDENTITY_CONNECTION("identities.connection", Kind.TEXT, false),
    /** The providers of the user's identities. */
    IDENTITY_PROVIDER("identities.provider", Kind.TEXT, false),
    /** The subjects of the user's identities. */
    IDENTITY_USER_ID("identities.user_id", Kind.TEXT, false),
    /** Whether the user's identities are of public services. */
    IDENTITY_IS_SOCIAL("identities.isSocial", Kind.BOOLEAN, false);

    private static final Map<String, UserField> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(UserField::fieldName, Function.identity()));

    private final String fieldName;
    private final Kind kind;
    private final boolean sortable;
    private final @Nullable RootAttribute attribute;

    UserField(String fieldName, Kind kind, boolean sortable) {
        this.fieldName = fieldName;
        this.kind = kind;
        this.sortable = sortable;
        this.attribute = null;
    }

    UserField(RootAttribute attribute, boolean sortable) {
        this.fieldName = attribute.fieldName();
        this.kind = Kind.TEXT;
        this.sortable = sortable;
        this.attribute = attribute;
    }

    /** The field of that name. */
    static Optional<UserField> named(String fieldName) {
        return Optional.ofNullable(BY_NAME.get(fieldName));
    }

    @Override
    public String fieldName() {
        return fieldName;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** The root attribute whose text it is; empty where it is another part of the user. */
    public Optional<RootAttribute> attribute() {
        return Optional.ofNullable(attribute);
    }

    /** Whether users may be sorted by it. */
    public boolean isSortable() {
        return sortable;
    }

    /** The text as this field compares it: see {@link SearchKey}. */
    String key(String text) {
        if (this == EMAIL_DOMAIN) {
            return EmailAddress.domainKey(text);
        }
        return attribute == null ? text : SearchKey.of(attribute, text);
    }
}
