package dev.onoma.core.search;

import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import java.util.Comparator;

/**
 * What searches compare texts by, computed in Java so that every store agrees: databases lower-case differently. Names
 * and nicknames without regard to case, as {@link String#equalsIgnoreCase} sees it; e-mail addresses by
 * {@link EmailAddress#key()}; every other attribute exactly. For finding only: no key says who anybody is.
 *
 * <p>Names, nicknames and addresses are searched by their first {@value #CHARACTERS} characters, so that a key fits an
 * index of any database.
 */
public final class SearchKey {
    /** How many code points of a key are kept. */
    public static final int CHARACTERS = 256;

    /** As databases compare UTF-8 bytes; {@link String#compareTo} puts surrogate pairs before U+E000. */
    static final Comparator<String> BY_CODE_POINT = SearchKey::compare;

    private SearchKey() {}

    /** The key of an attribute's text; the text itself where the attribute is compared exactly. */
    public static String of(RootAttribute attribute, String text) {
        return switch (attribute) {
            case NAME, GIVEN_NAME, FAMILY_NAME, NICKNAME -> truncated(folded(text));
            case EMAIL -> truncated(text.indexOf('@') < 0 ? Characters.lowerAscii(text) : addressKey(text));
            case PICTURE, USERNAME, PHONE_NUMBER -> text;
        };
    }

    /** The domain in the key of an address. */
    static String domain(String addressKey) {
        return addressKey.substring(addressKey.indexOf('@') + 1);
    }

    /** No store holds such text, and some refuse to be asked for it. */
    static void requireSafe(String text) {
        if (Characters.isUnsafe(text)) {
            throw new IllegalArgumentException("text that is looked for must have no NUL and no lone surrogates");
        }
    }

    private static String addressKey(String text) {
        return EmailAddress.of(text).key();
    }

    /**
     * Character by character, so that the beginning of a text has the beginning of its key: {@link String#toLowerCase()}
     * makes another letter of a sigma that ends a word.
     */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static String truncated(String key) {
        return Characters.atMost(key, CHARACTERS) ? key : key.substring(0, key.offsetByCodePoints(0, CHARACTERS));
    }

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return rank(one.charAt(i)) - rank(other.charAt(i));
            }
        }
        return one.length() - other.length();
    }

    /** Half of a surrogate pair stands for a code point above all that are one char. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
