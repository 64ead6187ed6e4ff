package dev.onoma.providers.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which claims become which root attributes, as plain configuration: an attribute's name to candidate paths, the first
 * choice first. Immutable.
 *
 * <pre>{@code
 * ClaimMap.of(Map.of("name", "display_name | name", "email", "mail | email", "email_verified", "mail_confirmed"))
 * }</pre>
 *
 * <p>What it does not name is read as OpenID Connect has it. The subject is always {@code sub}: which user a person is
 * is not for a table to say. An e-mail address and its flag are looked for in the same source.
 */
public final class ClaimMap {
    private static final Map<String, String> STANDARD = Map.of(
            "name", "name",
            "given_name", "given_name",
            "family_name", "family_name",
            "nickname", "nickname",
            "picture", "picture",
            "email", "email",
            "email_verified", "email_verified",
            "phone_number", "phone_number",
            "phone_verified", "phone_number_verified");

    /** A user's own fields, and what JavaScript would take for its own: no claim writes them under any map. */
    private static final Set<String> RESERVED = Set.of(
            "user_id",
            "sub",
            "subject",
            "username",
            "identities",
            "user_metadata",
            "app_metadata",
            "blocked",
            "roles",
            "groups",
            "permissions",
            "created_at",
            "updated_at",
            "last_login",
            "last_ip",
            "last_password_reset",
            "logins_count",
            "__proto__",
            "constructor",
            "prototype");

    private final Map<String, String> paths;

    private ClaimMap(Map<String, String> paths) {
        this.paths = Map.copyOf(paths);
    }

    /** The standard claims. */
    public static ClaimMap standard() {
        return new ClaimMap(STANDARD);
    }

    /**
     * The standard claims but for those named.
     *
     * @param paths candidate paths, separated by {@code |}, by root attribute: {@code name given_name family_name
     *     nickname picture email email_verified phone_number phone_verified}
     * @throws IllegalArgumentException when a name is reserved or is no such attribute, or a path is not a path
     */
    public static ClaimMap of(Map<String, String> paths) {
        return checked(new LinkedHashMap<>(STANDARD), paths);
    }

    /**
     * Nothing but what is named: for providers that do not speak OpenID Connect. A flag without its address says nothing.
     *
     * @param paths as for {@link #of}
     * @throws IllegalArgumentException when a name is reserved or is no such attribute, or a path is not a path
     */
    public static ClaimMap only(Map<String, String> paths) {
        return checked(new LinkedHashMap<>(), paths);
    }

    private static ClaimMap checked(Map<String, String> all, Map<String, String> paths) {
        paths.forEach((name, path) -> {
            if (isReserved(requireNonNull(name, "name"))) {
                throw new IllegalArgumentException(
                        "claim map: \"" + name + "\" is reserved, no claim can be mapped to it");
            }
            if (!STANDARD.containsKey(name)) {
                throw new IllegalArgumentException("claim map: \"" + name + "\" is no root attribute");
            }
            all.put(name, requireNonNull(path, "path"));
        });
        ClaimMap map = new ClaimMap(all);
        // A wrong path is seen here, not at the first login.
        map.applyTo(Provider.named("oidc").subject("sub")).build();
        return map;
    }

    /** The names that can be mapped to. */
    public static Set<String> names() {
        return STANDARD.keySet();
    }

    /** Whether it is a name that no map can write to: a field of a user, or one that JavaScript takes for its own. */
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /** The provider with this table. */
    public Provider.Builder applyTo(Provider.Builder provider) {
        for (RootAttribute attribute : RootAttribute.ALL) {
            if (!attribute.isPair() && paths.containsKey(attribute.fieldName())) {
                provider.attribute(attribute, path(attribute.fieldName()));
            }
        }
        if (paths.containsKey("email")) {
            provider.email(path("email"), flag("email_verified"));
        }
        if (paths.containsKey("phone_number")) {
            provider.phone(path("phone_number"), flag("phone_verified"));
        }
        return provider;
    }

    private String path(String name) {
        return requireNonNull(paths.get(name), name);
    }

    private Flag flag(String name) {
        if (!paths.containsKey(name)) {
            return Flag.unsaid();
        }
        try {
            return Flag.claim(path(name));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("claim map: rule for " + name + ": " + wrong.getMessage(), wrong);
        }
    }

    @Override
    public String toString() {
        return "ClaimMap" + paths;
    }
}
