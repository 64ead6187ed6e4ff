package dev.onoma.providers.database.password;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import java.util.Optional;

/**
 * Reads the hash of an imported row, in the format of Auth0's bulk imports: {@code password_hash} (bcrypt) or
 * {@code custom_password_hash}. Passwords are checked against it as they are typed, without the preparation that our own
 * hashes have. Thread-safe.
 *
 * @see <a href="https://auth0.com/docs/manage-users/user-migration/bulk-user-import-database-schema-and-examples">Bulk
 *     Import Database Schema and Examples</a>
 */
public final class PasswordImport {
    private static final String PLAIN = "password_hash";
    private static final String CUSTOM = "custom_password_hash";

    private final HashLimits limits;

    /** An import of hashes within these limits, which should be those of the {@link PasswordHasher}. */
    public PasswordImport(HashLimits limits) {
        this.limits = requireNonNull(limits, "limits");
    }

    /**
     * The hash of a row; empty when it has none, or null. Other members of the row are not looked at.
     *
     * @throws InvalidHashException when the hash cannot be used, naming the part and why
     */
    public Optional<PasswordHash> read(JsonObject row) {
        JsonObject given = row.filter((name, value) -> value != JsonNull.NULL);
        if (given.has(PLAIN) && given.has(CUSTOM)) {
            throw new InvalidHashException(HashProblem.UNEXPECTED_PART, PLAIN, "excludes " + CUSTOM);
        }
        Optional<PasswordHash> hash = given.get(PLAIN)
                .map(value -> {
                    if (!(value instanceof JsonString text)) {
                        throw new InvalidHashException(HashProblem.INVALID_TYPE, PLAIN, "must be a string");
                    }
                    return bcrypt(text.value());
                })
                .or(() -> given.get(CUSTOM).map(value -> CustomHash.read(ImportPart.of(CUSTOM, value))));
        hash.flatMap(limits::exceededBy).ifPresent(limit -> {
            throw new InvalidHashException(
                    HashProblem.OVER_LIMIT, given.has(PLAIN) ? PLAIN : CUSTOM, "is over the limit " + limit);
        });
        return hash;
    }

    private static PasswordHash bcrypt(String text) {
        if (!(HashText.readScheme(text, PLAIN) instanceof BcryptHash bcrypt)) {
            throw new InvalidHashException(HashProblem.NOT_SUPPORTED, PLAIN, "must be a bcrypt hash");
        }
        return new PasswordHash(bcrypt, new HashPreparation("", TextEncoding.UTF8, SecretBytes.NONE, false));
    }
}
