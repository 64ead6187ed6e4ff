package dev.onoma.fuzz.targets;

import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Marker;
import dev.onoma.providers.database.password.InvalidHashException;
import dev.onoma.providers.database.password.PasswordHash;
import java.nio.charset.StandardCharsets;

/** Stored hashes: what is read prints the same text. */
final class PasswordHashTarget implements Target {
    @Override
    public void run(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            PasswordHash hash = PasswordHash.parse(text);

            Same.check("a hash's text", hash.text().equals(text), true);
            Same.check("a hash read again", PasswordHash.parse(hash.text()).equals(hash), true);
            Marker.isAbsentFrom(hash.toString());
        } catch (InvalidHashException refused) {
            Marker.isAbsentFrom(refused);
        }
    }
}
