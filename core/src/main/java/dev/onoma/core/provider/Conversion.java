package dev.onoma.core.provider;

import static java.util.Objects.requireNonNull;

/** What a {@link Converter} made of a claim's value. */
public sealed interface Conversion {
    /** A text for the attribute; a blank one counts as absent. */
    static Conversion text(String text) {
        return new Text(text);
    }

    /** Nothing here: the next candidate path is tried. */
    static Conversion absent() {
        return Outcome.ABSENT;
    }

    /** The provider means that there is no value, as with a placeholder picture: no other path is tried. */
    static Conversion absentStop() {
        return Outcome.STOP;
    }

    /** The value is not of the type that the attribute needs. */
    static Conversion unreadable(String expected) {
        return new Unreadable(expected);
    }

    record Text(String text) implements Conversion {
        public Text {
            requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    record Unreadable(String expected) implements Conversion {
        public Unreadable {
            requireNonNull(expected, "expected");
        }
    }

    enum Outcome implements Conversion {
        ABSENT,
        STOP
    }
}
