package dev.onoma.providers.database.custom;

import java.text.Normalizer;
import java.util.Locale;

/**
 * By what attempts at a name are counted, of which only a custom database knows whose it is and which spellings are one:
 * letters and digits alone, without case, width and accents. Names that share it are counted together.
 */
final class CountedName {
    /** Longer than any name: such texts count together, and none is worked through. */
    private static final int LONGEST = 512;

    private CountedName() {}

    static String of(String typed) {
        if (typed.length() > LONGEST) {
            return "text ";
        }
        // Upper case first: it makes ß ss, and one i of ı and i.
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return folded.isEmpty() ? "text " + typed.strip() : "name " + folded;
    }
}
