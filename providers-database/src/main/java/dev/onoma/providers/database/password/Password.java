package dev.onoma.providers.database.password;

import static java.util.Objects.requireNonNull;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * A password as a person typed it. Prepared by the profile OpaqueString: spaces of every kind become U+0020, then
 * Unicode normalization form C, then UTF-8; case and everything else stay. Text of more than {@value #MAX_BYTES} bytes
 * is not looked at: like empty text and text with a lone surrogate it makes a password that matches nothing.
 *
 * <p>Equal to nothing but itself, and without content in {@code toString}. Not for several threads at once when one of
 * them wipes it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8265#section-4.2">RFC 8265, section 4.2: OpaqueString</a>
 */
public final class Password {
    /** Bytes of UTF-8, as typed and as prepared, that a password may have. */
    public static final int MAX_BYTES = 1_024;

    private final Form form;
    private final char[] typed;
    private final byte[] prepared;
    private volatile boolean wiped;

    private Password(Form form, char[] typed, byte[] prepared) {
        this.form = form;
        this.typed = typed;
        this.prepared = prepared;
    }

    /** The password with a copy of this text; {@code char[]} for those who wipe theirs. Never refuses a text. */
    public static Password of(char[] typed) {
        return of(CharBuffer.wrap(requireNonNull(typed, "typed")));
    }

    /** The password with this text. Never refuses a text. */
    public static Password of(CharSequence typed) {
        // Before anything is done with it: each char is at least one byte of UTF-8, or half of four.
        if (typed.length() > MAX_BYTES) {
            return unusable(Form.TOO_LONG);
        }
        if (typed.length() == 0) {
            return unusable(Form.EMPTY);
        }
        char[] copy = new char[typed.length()];
        CharBuffer.wrap(typed).get(copy);
        return TextEncoding.UTF8
                .encode(copy)
                .map(bytes -> bytes.length > MAX_BYTES ? wipedTooLong(copy, bytes) : prepare(copy, bytes))
                .orElseGet(() -> {
                    Arrays.fill(copy, '\0');
                    return unusable(Form.MALFORMED);
                });
    }

    private static Password prepare(char[] typed, byte[] raw) {
        byte[] prepared = OpaqueString.prepare(typed, raw);
        if (prepared.length > MAX_BYTES) {
            Arrays.fill(raw, (byte) 0);
            return wipedTooLong(typed, prepared);
        }
        return new Password(Form.USABLE, typed, prepared);
    }

    private static Password wipedTooLong(char[] typed, byte[] bytes) {
        Arrays.fill(typed, '\0');
        Arrays.fill(bytes, (byte) 0);
        return unusable(Form.TOO_LONG);
    }

    private static Password unusable(Form form) {
        return new Password(form, new char[0], new byte[0]);
    }

    /** Whether there is a text that somebody could have for a password: not empty, not too long, well-formed. */
    public boolean hasText() {
        return isUsable();
    }

    /**
     * Lends the text, as it was typed, to whoever checks passwords elsewhere, such as a database of the application's own.
     * It is a copy, overwritten when the borrower returns or throws. One that is wiped meanwhile is lent whole or not at
     * all.
     *
     * @throws IllegalStateException when the password was wiped, or has no text
     * @throws E what the borrower throws
     */
    public <T, E extends Exception> T lend(Borrower<T, E> borrower) throws E {
        char[] copy = copy();
        try {
            return borrower.look(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    private synchronized char[] copy() {
        if (!isUsable()) {
            throw new IllegalStateException("the password has no text");
        }
        return typed.clone();
    }

    /** Overwrites what this object holds. Strings that it was made from, and copies the JVM made, are not reached. */
    public synchronized void wipe() {
        wiped = true;
        Arrays.fill(typed, '\0');
        Arrays.fill(prepared, (byte) 0);
    }

    Form form() {
        checkNotWiped();
        return form;
    }

    boolean isUsable() {
        return form() == Form.USABLE;
    }

    /** The text as it was typed; the array itself, not to be changed. */
    char[] typed() {
        checkNotWiped();
        return typed;
    }

    /** The prepared text in UTF-8; a copy, for the caller to wipe. */
    byte[] prepared() {
        checkNotWiped();
        return prepared.clone();
    }

    private void checkNotWiped() {
        if (wiped) {
            throw new IllegalStateException("the password was wiped");
        }
    }

    @Override
    public String toString() {
        return "Password";
    }

    /** Who looks at a password's text for as long as a call takes. */
    @FunctionalInterface
    public interface Borrower<T, E extends Exception> {
        T look(char[] text) throws E;
    }

    /** What kind of text was typed. */
    enum Form {
        USABLE,
        EMPTY,
        TOO_LONG,
        MALFORMED
    }
}
