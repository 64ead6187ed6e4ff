package dev.onoma.core.attribute;

import java.nio.charset.StandardCharsets;

/** Looks at text without regard to any locale. */
public final class Characters {
    private Characters() {}

    /** The text with A-Z as a-z and everything else as it is. */
    public static String lowerAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUpper(text.charAt(i))) {
                return lowered(text);
            }
        }
        return text;
    }

    private static String lowered(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (isUpper(chars[i])) {
                chars[i] = (char) (chars[i] + ('a' - 'A'));
            }
        }
        return new String(chars);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text has at most that many code points. */
    public static boolean atMost(String text, int most) {
        return text.length() <= most || count(text, 0, text.length()) <= most;
    }

    static int count(String text, int from, int to) {
        return text.codePointCount(from, to);
    }

    /** Whether the text has at most that many bytes in UTF-8. */
    static boolean fitsBytes(String text, int most) {
        // Three bytes a char is the most that UTF-8 needs, so short texts need no encoding to be judged.
        return text.length() * 3L <= most || text.getBytes(StandardCharsets.UTF_8).length <= most;
    }

    /**
     * Whether the text is of visible ASCII characters only, as most identifiers and addresses are: then it holds no
     * white space, no control character and no surrogate, and need not be searched for each of them.
     */
    public static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text holds white space, of any kind, or a control character. */
    static boolean hasSpaceOrControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || (c >= 0x7f && (isSpace(c) || Character.isISOControl(c)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text holds a control character. */
    public static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Whether a character is white space, a no-break space included. */
    public static boolean isSpace(char c) {
        return c <= ' ' || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    /** Whether a text is empty or white space only. */
    public static boolean isBlank(String text) {
        return text.isEmpty() || (isSpace(text.charAt(0)) && isBlankBehindFirst(text));
    }

    private static boolean isBlankBehindFirst(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text holds what a store could alter or refuse: NUL, or half a surrogate pair. */
    public static boolean isUnsafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return true;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The text without NUL characters and lone surrogates. */
    public static String withoutUnsafe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
