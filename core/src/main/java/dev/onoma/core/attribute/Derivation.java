package dev.onoma.core.attribute;

import dev.onoma.core.Limits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
    private static final List<Rung> NAME_RUNGS =
            List.of(Rung.FULL_NAME, Rung.GIVEN_NAME, Rung.NICKNAME, Rung.EMAIL, Rung.PHONE_NUMBER, Rung.SUBJECT);
    private static final List<Rung> NICKNAME_RUNGS =
            List.of(Rung.LOCAL_PART, Rung.USERNAME, Rung.GIVEN_NAME, Rung.SUBJECT);
    private static final List<Rung> PICTURE_RUNGS = List.of(Rung.GRAVATAR);

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
        return explained(attribute, given, subject).map(Derived::text);
    }

    /** The derived value of an attribute, with what it was derived from. */
    public Optional<Derived> explained(
            RootAttribute attribute, Function<RootAttribute, Optional<String>> given, String subject) {
        for (Rung rung : rungs(attribute)) {
            Optional<String> text = text(rung, given, subject);
            if (text.isPresent()
                    && AttributeFormat.violation(attribute, text.get(), limits).isEmpty()) {
                return Optional.of(new Derived(text.get(), rung.from()));
            }
        }
        return Optional.empty();
    }

    private List<Rung> rungs(RootAttribute attribute) {
        return switch (attribute) {
            case NAME -> NAME_RUNGS;
            case NICKNAME -> NICKNAME_RUNGS;
            case PICTURE -> gravatar ? PICTURE_RUNGS : List.of();
            default -> List.of();
        };
    }

    private Optional<String> text(Rung rung, Function<RootAttribute, Optional<String>> given, String subject) {
        return switch (rung) {
            case FULL_NAME ->
                given.apply(RootAttribute.GIVEN_NAME)
                        .flatMap(first -> given.apply(RootAttribute.FAMILY_NAME).map(last -> first + " " + last));
            case GIVEN_NAME -> given.apply(RootAttribute.GIVEN_NAME);
            case NICKNAME -> given.apply(RootAttribute.NICKNAME);
            case EMAIL -> given.apply(RootAttribute.EMAIL);
            case LOCAL_PART -> given.apply(RootAttribute.EMAIL).map(email -> email.substring(0, email.indexOf('@')));
            case GRAVATAR -> given.apply(RootAttribute.EMAIL).map(Derivation::gravatarOf);
            case PHONE_NUMBER -> given.apply(RootAttribute.PHONE_NUMBER);
            case USERNAME -> given.apply(RootAttribute.USERNAME);
            case SUBJECT -> fromSubject ? Optional.of(subject) : Optional.empty();
        };
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

    /**
     * A derived value.
     *
     * @param text the value
     * @param from the root attributes that it was made of, by their names in JSON, or {@code subject}
     */
    public record Derived(String text, List<String> from) {
        public Derived {
            from = List.copyOf(from);
        }

        @Override
        public String toString() {
            return "Derived" + from;
        }
    }

    private enum Rung {
        FULL_NAME,
        GIVEN_NAME,
        NICKNAME,
        EMAIL,
        LOCAL_PART,
        GRAVATAR,
        PHONE_NUMBER,
        USERNAME,
        SUBJECT;

        private List<String> from() {
            return switch (this) {
                case FULL_NAME -> List.of(RootAttribute.GIVEN_NAME.fieldName(), RootAttribute.FAMILY_NAME.fieldName());
                case GIVEN_NAME -> List.of(RootAttribute.GIVEN_NAME.fieldName());
                case NICKNAME -> List.of(RootAttribute.NICKNAME.fieldName());
                case EMAIL, LOCAL_PART, GRAVATAR -> List.of(RootAttribute.EMAIL.fieldName());
                case PHONE_NUMBER -> List.of(RootAttribute.PHONE_NUMBER.fieldName());
                case USERNAME -> List.of(RootAttribute.USERNAME.fieldName());
                case SUBJECT -> List.of("subject");
            };
        }
    }
}
