package dev.onoma.core.attribute;

import dev.onoma.core.Limits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values that stand in where nobody gave one. They are computed from given values and the subject only, never from
 * one another: what a ladder finds first that fits the attribute's limits.
 *
 * @param gravatar whether a picture may be derived: opt-in, because its URL carries a hash of the address
 * @param fromSubject whether the subject may become a name: not where its claim is denied
 * @param limits what a derived value must fit
 */
public record Derivation(boolean gravatar, boolean fromSubject, Limits limits) {
    /** No Gravatar, and the standard limits. */
    public static final Derivation STANDARD = new Derivation(false, true, Limits.STANDARD);

    /**
     * The derived value of an attribute: a name from given and family name, given name, nickname, e-mail address, phone
     * number, subject; a nickname from the local part of the address, user name, given name, subject; a picture from
     * Gravatar where that was asked for. Others have none.
     *
     * @param given the values that somebody gave
     * @param subject the subject of the primary identity
     */
    public Optional<String> derive(
            RootAttribute attribute, Function<RootAttribute, Optional<String>> given, String subject) {
        Optional<String> lastResort = fromSubject ? Optional.of(subject) : Optional.empty();
        if (attribute == RootAttribute.NAME) {
            return firstFitting(
                    attribute,
                    fullName(given),
                    given.apply(RootAttribute.GIVEN_NAME),
                    given.apply(RootAttribute.NICKNAME),
                    given.apply(RootAttribute.EMAIL),
                    given.apply(RootAttribute.PHONE_NUMBER),
                    lastResort);
        }
        if (attribute == RootAttribute.NICKNAME) {
            return firstFitting(
                    attribute,
                    given.apply(RootAttribute.EMAIL).map(email -> email.substring(0, email.indexOf('@'))),
                    given.apply(RootAttribute.USERNAME),
                    given.apply(RootAttribute.GIVEN_NAME),
                    lastResort);
        }
        return gravatar && attribute == RootAttribute.PICTURE
                ? firstFitting(attribute, given.apply(RootAttribute.EMAIL).map(Derivation::gravatarOf))
                : Optional.empty();
    }

    /**
     * SHA-256 of the lower-cased address, as Gravatar's documentation asks.
     *
     * @see <a href="https://docs.gravatar.com/rest/hash/">Creating the Gravatar hash</a>
     */
    private static String gravatarOf(String email) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Characters.lowerAscii(email).getBytes(StandardCharsets.UTF_8));
            return "https://www.gravatar.com/avatar/" + HexFormat.of().formatHex(hash) + "?s=480&r=pg&d=mp";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static Optional<String> fullName(Function<RootAttribute, Optional<String>> given) {
        return given.apply(RootAttribute.GIVEN_NAME)
                .flatMap(first -> given.apply(RootAttribute.FAMILY_NAME).map(last -> first + " " + last));
    }

    @SafeVarargs
    private Optional<String> firstFitting(RootAttribute attribute, Optional<String>... rungs) {
        for (Optional<String> rung : rungs) {
            if (rung.isPresent()
                    && AttributeFormat.violation(attribute, rung.get(), limits).isEmpty()) {
                return rung;
            }
        }
        return Optional.empty();
    }
}
