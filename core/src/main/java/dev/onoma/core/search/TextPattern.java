package dev.onoma.core.search;

import java.util.List;

/**
 * A text with wildcards, each of which stands for any characters or none.
 *
 * @param parts the texts before, between and behind the wildcards: at least two, any of them may be empty
 */
public record TextPattern(List<String> parts) {
    public TextPattern {
        parts = List.copyOf(parts);
        parts.forEach(SearchKey::requireSafe);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("a pattern must have a wildcard");
        }
    }

    /** What every text of the pattern begins with. */
    public String prefix() {
        return parts.get(0);
    }

    /** Whether the pattern asks for nothing but its prefix. */
    public boolean isPrefixOnly() {
        return parts.size() == 2 && parts.get(1).isEmpty();
    }

    /** Whether a text is of the pattern. */
    public boolean matches(String text) {
        String last = parts.get(parts.size() - 1);
        if (!text.startsWith(prefix()) || text.length() < prefix().length() + last.length() || !text.endsWith(last)) {
            return false;
        }
        int at = prefix().length();
        int end = text.length() - last.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }

    @Override
    public String toString() {
        return "TextPattern";
    }
}
