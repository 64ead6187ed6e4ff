package dev.onoma.testkit.assertions;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.WarningCode;
import dev.onoma.testkit.fixture.Difference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a normalized profile. What fails says how the attribute came about. */
public final class NormalizedProfileAssert extends AbstractAssert<NormalizedProfileAssert, NormalizedProfile> {
    NormalizedProfileAssert(NormalizedProfile actual) {
        super(actual, NormalizedProfileAssert.class);
    }

    /** The subject is that one, character by character. */
    public NormalizedProfileAssert hasSubject(String subject) {
        isNotNull();
        if (!actual.subject().equals(subject)) {
            throw failureWithActualExpected(
                    actual.subject(), subject, "Expected subject \"%s\", but was \"%s\"", subject, actual.subject());
        }
        return this;
    }

    /** The login gives that text, or that address, for the attribute. A derived one is not given. */
    public NormalizedProfileAssert hasText(RootAttribute attribute, String text) {
        isNotNull();
        Optional<String> given = actual.text(attribute);
        if (!given.equals(Optional.of(text))) {
            throw failure(
                    "Expected %s to be given as \"%s\", but was %s%s",
                    attribute.fieldName(), text, orState(attribute, given), how(attribute));
        }
        return this;
    }

    /** The login gives nothing for the attribute. */
    public NormalizedProfileAssert hasNo(RootAttribute attribute) {
        isNotNull();
        Optional<String> given = actual.text(attribute);
        if (given.isPresent()) {
            throw failure(
                    "Expected no %s to be given, but was %s%s",
                    attribute.fieldName(), Words.quoted(given), how(attribute));
        }
        return this;
    }

    private String how(RootAttribute attribute) {
        return "\n" + actual.explain().of(attribute);
    }

    private String orState(RootAttribute attribute, Optional<String> given) {
        return given.isPresent()
                ? Words.quoted(given)
                : "not: its claim is " + actual.given(attribute).state();
    }

    /** The login gives that e-mail address, verified. */
    public NormalizedProfileAssert hasVerifiedEmail(String address) {
        return hasText(RootAttribute.EMAIL, address).hasFlag(RootAttribute.EMAIL, true);
    }

    /** The login gives that e-mail address, and it is not verified. */
    public NormalizedProfileAssert hasUnverifiedEmail(String address) {
        return hasText(RootAttribute.EMAIL, address).hasFlag(RootAttribute.EMAIL, false);
    }

    /** The login gives that phone number, verified. */
    public NormalizedProfileAssert hasVerifiedPhone(String number) {
        return hasText(RootAttribute.PHONE_NUMBER, number).hasFlag(RootAttribute.PHONE_NUMBER, true);
    }

    /** The login gives that phone number, and it is not verified. */
    public NormalizedProfileAssert hasUnverifiedPhone(String number) {
        return hasText(RootAttribute.PHONE_NUMBER, number).hasFlag(RootAttribute.PHONE_NUMBER, false);
    }

    private NormalizedProfileAssert hasFlag(RootAttribute pair, boolean flag) {
        if (!actual.isVerified(pair).equals(Optional.of(flag))) {
            throw failure(
                    "Expected %s to be %s, but was %s%s",
                    pair.fieldName(), flag ? "verified" : "unverified", flag ? "unverified" : "verified", how(pair));
        }
        return this;
    }

    /** The attribute is not given, and this value is derived for it. */
    public NormalizedProfileAssert derives(RootAttribute attribute, String value) {
        isNotNull();
        hasNo(attribute);
        String derived = actual.derived().get(attribute);
        if (!Objects.equals(derived, value)) {
            throw failure(
                    "Expected %s to be derived as \"%s\", but was %s%s",
                    attribute.fieldName(), value, Words.quoted(Optional.ofNullable(derived)), how(attribute));
        }
        return this;
    }

    /** There is a warning of that code about that claim. */
    public NormalizedProfileAssert hasWarning(WarningCode code, String path) {
        isNotNull();
        boolean there = actual.warnings().stream()
                .anyMatch(warning -> warning.code() == code && warning.path().equals(path));
        if (!there) {
            throw failure(
                    "Expected the warning %s at %s, but there were %s\n%s",
                    code.code(), path, Words.of(actual.warnings()), actual.explain());
        }
        return this;
    }

    /** There is no warning. */
    public NormalizedProfileAssert hasNoWarnings() {
        isNotNull();
        if (!actual.warnings().isEmpty()) {
            throw failure("Expected no warnings, but there were %s\n%s", Words.of(actual.warnings()), actual.explain());
        }
        return this;
    }

    /** The raw claims that may be stored are these, by value. */
    public NormalizedProfileAssert hasProfileData(String json) {
        isNotNull();
        List<Difference> differences = Difference.between("profileData", JsonValue.parse(json), actual.profileData());
        if (!differences.isEmpty()) {
            throw failure(
                    "Expected other claims to be stored:\n%s",
                    differences.stream().map(Difference::toString).collect(Collectors.joining("\n")));
        }
        return this;
    }

    /** No claim of that name may be stored. */
    public NormalizedProfileAssert doesNotStore(String claim) {
        isNotNull();
        JsonObject stored = actual.profileData();
        if (stored.has(claim)) {
            throw failure("Expected the claim %s not to be stored, but the stored ones are %s", claim, stored.names());
        }
        return this;
    }
}
