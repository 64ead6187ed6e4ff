package dev.onoma.core.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A word of a query.
 *
 * @param text its characters, without backslashes
 * @param escaped which of them a backslash stood before
 * @param start where it begins
 */
record Word(String text, BitSet escaped, int start) {
    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether the word is this sign, and no backslash stands before it. */
    boolean isSign(String sign) {
        return text.equals(sign) && escaped.isEmpty();
    }

    /** The parts between the separators that no backslash stands before. */
    List<String> split(char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == separator && !escaped.get(i)) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
