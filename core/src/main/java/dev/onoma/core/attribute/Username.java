package dev.onoma.core.attribute;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;

/** What a user name may be: letters, digits and a few signs, and no e-mail address, so that the two are never confused. */
final class Username {
    private static final String SIGNS = "_+-.!#$^`~@'";

    private Username() {}

    static boolean isAcceptable(String text, Limits limits) {
        if (text.isEmpty() || text.length() > limits.of(Limit.USERNAME_CHARACTERS)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Characters.isAsciiLetterOrDigit(c) && SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !EmailAddress.isAddress(text, limits);
    }

    static String rule(Limits limits) {
        return "a user name: 1 to " + limits.of(Limit.USERNAME_CHARACTERS)
                + " of a-z A-Z 0-9 _ + - . ! # $ ^ ` ~ @ ', not an e-mail address";
    }
}
