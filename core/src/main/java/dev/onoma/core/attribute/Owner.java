package dev.onoma.core.attribute;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Who wrote a root attribute: a connection, a user, an administrator, an import, or nobody because it was derived.
 *
 * @param name a connection's name, or one of {@code user admin import derived}, which no connection may bear
 */
public record Owner(String name) {
    public static final Owner USER = new Owner("user");
    public static final Owner ADMIN = new Owner("admin");
    public static final Owner IMPORT = new Owner("import");
    public static final Owner DERIVED = new Owner("derived");

    private static final Set<String> RESERVED = Set.of(USER.name(), ADMIN.name(), IMPORT.name(), DERIVED.name());

    public Owner {
        requireNonNull(name, "name");
    }

    /** Whether no connection may bear that name. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** Whether it is a connection. */
    public boolean isConnection() {
        return !isReserved(name);
    }

    /** Whether a person edited the attribute: a user or an administrator. */
    public boolean isEditor() {
        return equals(USER) || equals(ADMIN);
    }

    /** Whether the value was given by somebody, and not derived. */
    public boolean isGiver() {
        return !equals(DERIVED);
    }
}
