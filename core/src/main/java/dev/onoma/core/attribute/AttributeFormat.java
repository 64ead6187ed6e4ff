package dev.onoma.core.attribute;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.util.Optional;

/** What a value of each root attribute must look like, whoever gives it. Nothing is ever shortened to fit. */
public final class AttributeFormat {
    private static final Optional<String> NONE = Optional.empty();

    private AttributeFormat() {}

    /** The rule that a text breaks as a value of the attribute, in words for a message; empty when it breaks none. */
    public static Optional<String> violation(RootAttribute attribute, String text, Limits limits) {
        return switch (attribute) {
            case NAME -> length(text, Limit.NAME_CHARACTERS, limits);
            case GIVEN_NAME -> length(text, Limit.GIVEN_NAME_CHARACTERS, limits);
            case FAMILY_NAME -> length(text, Limit.FAMILY_NAME_CHARACTERS, limits);
            case NICKNAME -> length(text, Limit.NICKNAME_CHARACTERS, limits);
            case PICTURE -> PictureUrl.violation(text, limits);
            case EMAIL -> EmailAddress.isAddress(text, limits) ? NONE : Optional.of(emailRule(limits));
            case USERNAME -> Username.isAcceptable(text, limits) ? NONE : Optional.of(Username.rule(limits));
            case PHONE_NUMBER -> isPhoneNumber(text, limits) ? NONE : Optional.of(phoneRule(limits));
        };
    }

    private static Optional<String> length(String text, Limit characters, Limits limits) {
        if (!Characters.atMost(text, limits.of(characters))) {
            return Optional.of("at most " + limits.of(characters) + " characters");
        }
        int bytes = limits.of(Limit.TEXT_BYTES);
        return Characters.fitsBytes(text, bytes) ? NONE : Optional.of("at most " + bytes + " bytes");
    }

    private static String emailRule(Limits limits) {
        return "an e-mail address of at most " + limits.of(Limit.EMAIL_CHARACTERS) + " characters, "
                + limits.of(Limit.EMAIL_LOCAL_CHARACTERS) + " before the @";
    }

    private static String phoneRule(Limits limits) {
        return "a phone number: + and 1 to " + limits.of(Limit.PHONE_DIGITS) + " digits";
    }

    private static boolean isPhoneNumber(String text, Limits limits) {
        if (text.length() < 2 || text.length() > 1 + limits.of(Limit.PHONE_DIGITS) || text.charAt(0) != '+') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
