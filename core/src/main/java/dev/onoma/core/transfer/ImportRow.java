package dev.onoma.core.transfer;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * A row whose every field is acceptable by itself. What is null in the file is absent here.
 *
 * @param line where it begins
 * @param account its user id and identity; empty where the row gives none
 * @param texts root attributes, an address of each pair
 * @param flags verified flags, each beside its address
 * @param blocked whether the user is blocked
 * @param userMetadata what replaces the user's
 * @param appMetadata what replaces the user's
 * @param passwordHash the hash of the password, as a store keeps it
 */
record ImportRow(
        int line,
        Optional<Account> account,
        Map<RootAttribute, String> texts,
        Map<RootAttribute, Boolean> flags,
        Optional<Boolean> blocked,
        Optional<JsonObject> userMetadata,
        Optional<JsonObject> appMetadata,
        Optional<String> passwordHash) {
    Optional<String> text(RootAttribute attribute) {
        return Optional.ofNullable(texts.get(attribute));
    }

    Optional<String> emailKey() {
        return text(RootAttribute.EMAIL).map(EmailAddress::of).map(EmailAddress::key);
    }

    @Override
    public String toString() {
        return "ImportRow[line " + line + ", " + texts.keySet() + "]";
    }
}
