package dev.onoma.fuzz.input;

import java.util.Locale;

/** A word that stands for a secret in the first inputs, and that nothing may repeat. */
public final class Marker {
    /** Long and odd enough to be in no message by chance. */
    public static final String TEXT = "zQ7secretX";

    private Marker() {}

    /** Checks the message of an exception, which has to be there. */
    public static void isAbsentFrom(Throwable refusal) {
        isAbsentFrom(String.valueOf(refusal.getMessage()));
        if (refusal.getCause() != null) {
            isAbsentFrom(refusal.getCause());
        }
    }

    /** Checks a message, a code or what a {@code toString} says. */
    public static void isAbsentFrom(String told) {
        if (isIn(told)) {
            throw new IllegalStateException("a value is told: " + told);
        }
    }

    /** Whether a text holds it, in whatever case. */
    public static boolean isIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(TEXT.toLowerCase(Locale.ROOT));
    }
}
