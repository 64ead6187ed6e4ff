package dev.onoma.providers.database.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** A password's text, for as long as a policy looks at it. */
final class PasswordText {
    private final String text;
    private final String folded;

    private PasswordText(String text) {
        this.text = text;
        this.folded = fold(text);
    }

    static PasswordText of(Password password) {
        byte[] prepared = password.prepared();
        PasswordText text = new PasswordText(new String(prepared, StandardCharsets.UTF_8));
        Arrays.fill(prepared, (byte) 0);
        return text;
    }

    /** The letters and digits of a text, without case and width. Upper case first: it makes ß ss, and one i of ı and i. */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    int characters() {
        return text.codePointCount(0, text.length());
    }

    /**
     * Whether the text has no control character, which RFC 8265 forbids, and no unassigned one, whose normalization
     * another version of Unicode may change (UAX #15, section 12.1).
     */
    boolean isAssigned() {
        return text.codePoints().allMatch(c -> Character.isDefined(c) && Character.getType(c) != Character.CONTROL);
    }

    String folded() {
        return folded;
    }

    /** Whether the password is this word; never, where nothing is left of either. */
    boolean says(String word) {
        return !folded.isEmpty() && folded.equals(fold(word));
    }

    @Override
    public String toString() {
        return "PasswordText";
    }
}
