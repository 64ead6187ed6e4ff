package dev.onoma.core.search;

import dev.onoma.core.OnomaException;

/**
 * A query, a sort order or a cursor cannot be read. The message says where and what was expected there, never what the
 * text holds.
 */
public final class InvalidQueryException extends OnomaException {
    private static final long serialVersionUID = 1L;

    private final String part;
    private final int position;
    private final String expected;

    InvalidQueryException(String part, int position, String expected) {
        super("invalid_query", part + ", position " + position + ": expected " + expected);
        this.part = part;
        this.position = position;
        this.expected = expected;
    }

    /** Which text is wrong: {@code query}, {@code sort} or {@code cursor}. */
    public String part() {
        return part;
    }

    /** Where it is wrong: the number of the character, from 1; one more than there are when the text ends too early. */
    public int position() {
        return position;
    }

    /** What was expected there, in words. */
    public String expected() {
        return expected;
    }
}
