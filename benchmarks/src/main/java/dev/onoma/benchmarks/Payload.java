package dev.onoma.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bodies of responses, in the shape in which the provider sends them: white space and escapes are theirs. */
enum Payload {
    GOOGLE_USERINFO("google-userinfo.json"),
    FACEBOOK_ME("facebook-me.json");

    private final String file;

    Payload(String file) {
        this.file = file;
    }

    /** A fresh copy of the body. */
    byte[] bytes() {
        try (InputStream in = Payload.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
