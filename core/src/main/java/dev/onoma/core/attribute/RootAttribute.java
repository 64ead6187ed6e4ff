package dev.onoma.core.attribute;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The root attributes of a profile, in the order in which they are printed. An e-mail address and its verified flag are
 * one attribute, and so are a phone number and its flag: the two halves always come from one source and have one owner.
 */
public enum RootAttribute {
    NAME("name", null),
    GIVEN_NAME("given_name", null),
    FAMILY_NAME("family_name", null),
    NICKNAME("nickname", null),
    PICTURE("picture", null),
    EMAIL("email", "email_verified"),
    USERNAME("username", null),
    PHONE_NUMBER("phone_number", "phone_verified");

    /** All of them, in order; unlike {@code values()} not copied at each call. */
    public static final List<RootAttribute> ALL = List.of(values());

    private static final Map<String, RootAttribute> BY_FIELD_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(RootAttribute::fieldName, Function.identity()));

    private final String fieldName;
    private final @Nullable String flagName;

    RootAttribute(String fieldName, @Nullable String flagName) {
        this.fieldName = fieldName;
        this.flagName = flagName;
    }

    /** The attribute's name in JSON, such as {@code given_name}. */
    public String fieldName() {
        return fieldName;
    }

    /** The name of the pair's flag in JSON, such as {@code email_verified}; empty where the attribute is no pair. */
    public Optional<String> flagName() {
        return Optional.ofNullable(flagName);
    }

    /** Whether the attribute is a pair of an address and a verified flag. */
    public boolean isPair() {
        return flagName != null;
    }

    /** Whether two values of it, both accepted before, are one address: e-mail addresses in any spelling. */
    public boolean isSameAddress(String one, String other) {
        return this == EMAIL ? EmailAddress.same(one, other) : one.equals(other);
    }

    /** Whether a connection's sync mode governs it: name, given name, family name, nickname and picture. */
    public boolean isGovernedByMode() {
        return switch (this) {
            case NAME, GIVEN_NAME, FAMILY_NAME, NICKNAME, PICTURE -> true;
            case EMAIL, USERNAME, PHONE_NUMBER -> false;
        };
    }

    /** The attribute of that name in JSON; a pair by its address's name, not by its flag's. */
    public static Optional<RootAttribute> named(String fieldName) {
        return Optional.ofNullable(BY_FIELD_NAME.get(fieldName));
    }
}
