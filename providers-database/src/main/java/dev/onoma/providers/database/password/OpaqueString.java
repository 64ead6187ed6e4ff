package dev.onoma.providers.database.password;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The mappings of the profile OpaqueString. What that profile refuses (controls, unassigned characters) is refused by
 * {@link PasswordPolicy} when a password is chosen, not when one is tried.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8265#section-4.2.1">RFC 8265, section 4.2.1</a>
 */
final class OpaqueString {
    private OpaqueString() {}

    /** The prepared form of a text, in UTF-8; the raw bytes where it is prepared already, which most are. */
    static byte[] prepare(char[] typed, byte[] raw) {
        char[] mapped = typed.clone();
        boolean changed = false;
        for (int i = 0; i < mapped.length; i++) {
            if (mapped[i] != ' ' && Character.getType(mapped[i]) == Character.SPACE_SEPARATOR) {
                mapped[i] = ' ';
                changed = true;
            }
        }
        CharBuffer text = CharBuffer.wrap(mapped);
        if (!changed && Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            Arrays.fill(mapped, '\0');
            return raw;
        }
        byte[] prepared = Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        Arrays.fill(mapped, '\0');
        Arrays.fill(raw, (byte) 0);
        return prepared;
    }
}
