package dev.onoma.benchmarks.store;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.login.Login;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Anybody of a hundred million people, who log in through Google; used by one thread. */
final class Visitor {
    static final String CONNECTION = "google-oauth2";

    /** Stands for the person's number wherever it occurs. */
    static final String NUMBER = "00000000";

    private static final String RESPONSE = """
            {
              "sub": "1035479915971400000000",
              "name": "Ana Lovri\u0107 00000000",
              "given_name": "Ana",
              "family_name": "Lovri\u0107 00000000",
              "profile": "https://plus.google.com/1035479915971400000000",
              "picture": "https://lh3.googleusercontent.com/a/ACg8ocKq3v7LmPz2wTn0Yb5sQeXfGhJkRr4uVvWwZz6AaBbCcDdEeFf=s96-c",
              "email": "ana.lovric.00000000@example.com",
              "email_verified": true,
              "locale": "hr",
              "hd": "example.com"
            }
            """;

    private final byte[] body = RESPONSE.getBytes(StandardCharsets.UTF_8);
    private final List<Integer> numbers = new ArrayList<>();

    Visitor() {
        byte[] number = NUMBER.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + number.length <= body.length; at++) {
            if (java.util.Arrays.equals(body, at, at + number.length, number, 0, number.length)) {
                numbers.add(at);
            }
        }
    }

    /** That person's login, from the bytes of the response. */
    Login login(int person) {
        for (int at : numbers) {
            int rest = person;
            for (int i = NUMBER.length() - 1; i >= 0; i--) {
                body[at + i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        return Login.of(CONNECTION, Claims.parse(body, Evidence.USERINFO_RESPONSE));
    }
}
