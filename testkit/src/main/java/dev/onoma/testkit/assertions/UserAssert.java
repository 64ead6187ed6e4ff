package dev.onoma.testkit.assertions;

import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.testkit.fixture.Difference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a user. */
public final class UserAssert extends AbstractAssert<UserAssert, User> {
    UserAssert(User actual) {
        super(actual, UserAssert.class);
    }

    /** The user's id is that one. */
    public UserAssert hasId(String id) {
        isNotNull();
        String value = actual.id().value();
        if (!value.equals(id)) {
            throw failureWithActualExpected(value, id, "Expected the user \"%s\", but was \"%s\"", id, value);
        }
        return this;
    }

    /** The attribute has that text, or that address. */
    public UserAssert hasText(RootAttribute attribute, String text) {
        isNotNull();
        if (!actual.text(attribute).equals(Optional.of(text))) {
            throw failure("Expected %s to be \"%s\", but was %s", attribute.fieldName(), text, shown(attribute));
        }
        return this;
    }

    /** The attribute is not set. */
    public UserAssert hasNo(RootAttribute attribute) {
        isNotNull();
        if (actual.text(attribute).isPresent()) {
            throw failure("Expected no %s, but was %s", attribute.fieldName(), shown(attribute));
        }
        return this;
    }

    /** The attribute is set, and that owner wrote it. */
    public UserAssert hasOwner(RootAttribute attribute, Owner owner) {
        isNotNull();
        if (!actual.root().owner(attribute).equals(Optional.of(owner))) {
            throw failure("Expected %s to be by %s, but was %s", attribute.fieldName(), owner.name(), shown(attribute));
        }
        return this;
    }

    /** The attribute is set, and that connection wrote it. */
    public UserAssert hasOwner(RootAttribute attribute, String connection) {
        return hasOwner(attribute, new Owner(connection));
    }

    /** The e-mail address is that one, and verified. */
    public UserAssert hasVerifiedEmail(String address) {
        return hasPair(address, true);
    }

    /** The e-mail address is that one, and not verified. */
    public UserAssert hasUnverifiedEmail(String address) {
        return hasPair(address, false);
    }

    private UserAssert hasPair(String address, boolean verified) {
        hasText(RootAttribute.EMAIL, address);
        if (actual.isEmailVerified() != verified) {
            throw failure(
                    "Expected email to be %s, but was %s",
                    verified ? "verified" : "unverified", shown(RootAttribute.EMAIL));
        }
        return this;
    }

    /** That owner has verified the pair's address. */
    public UserAssert isVerifiedBy(RootAttribute pair, Owner owner) {
        isNotNull();
        Optional<Owner> by =
                actual.root().pair(pair).flatMap(PairValue::verification).map(verification -> verification.by());
        if (!by.equals(Optional.of(owner))) {
            throw failure(
                    "Expected %s to be verified by %s, but was %s",
                    pair.fieldName(),
                    owner.name(),
                    by.map(other -> "by " + other.name()).orElse("by nobody"));
        }
        return this;
    }

    /** The user's identities are these, the primary one first. */
    public UserAssert hasIdentities(IdentityKey... keys) {
        isNotNull();
        List<IdentityKey> all =
                actual.identities().stream().map(identity -> identity.key()).toList();
        if (!all.equals(Arrays.asList(keys))) {
            throw failure("Expected the identities %s, but were %s", shown(Arrays.asList(keys)), shown(all));
        }
        return this;
    }

    /** The user has an identity at that connection. */
    public UserAssert hasIdentityAt(String connection) {
        isNotNull();
        if (actual.identities().stream()
                .noneMatch(identity -> identity.connection().equals(connection))) {
            throw failure(
                    "Expected an identity at %s, but the identities are %s",
                    connection,
                    shown(actual.identities().stream()
                            .map(identity -> identity.key())
                            .toList()));
        }
        return this;
    }

    /** The user metadata is that JSON object, by value. */
    public UserAssert hasUserMetadata(String json) {
        isNotNull();
        return hasJson("user_metadata", json, actual.userMetadata());
    }

    /** The app metadata is that JSON object, by value. */
    public UserAssert hasAppMetadata(String json) {
        isNotNull();
        return hasJson("app_metadata", json, actual.appMetadata());
    }

    private UserAssert hasJson(String name, String json, JsonObject is) {
        List<Difference> differences = Difference.between(name, JsonValue.parse(json), is);
        if (!differences.isEmpty()) {
            throw failure(
                    "Expected another %s:\n%s",
                    name, differences.stream().map(Difference::toString).collect(Collectors.joining("\n")));
        }
        return this;
    }

    /** That many logins were answered. */
    public UserAssert hasLogins(long count) {
        isNotNull();
        if (actual.counters().logins() != count) {
            throw failure(
                    "Expected %s logins, but were %s", count, actual.counters().logins());
        }
        return this;
    }

    /** The user is blocked. */
    public UserAssert isBlocked() {
        isNotNull();
        if (!actual.isBlocked()) {
            throw failure("Expected the user to be blocked, but it is not");
        }
        return this;
    }

    /** The user is not blocked. */
    public UserAssert isNotBlocked() {
        isNotNull();
        if (actual.isBlocked()) {
            throw failure("Expected the user not to be blocked, but it is");
        }
        return this;
    }

    private String shown(RootAttribute attribute) {
        Optional<OwnedValue> owned = actual.root().get(attribute);
        return Words.of(owned);
    }

    private static List<String> shown(List<IdentityKey> keys) {
        return keys.stream().map(key -> key.connection() + " " + key.subject()).toList();
    }
}
