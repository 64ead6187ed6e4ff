package dev.onoma.benchmarks;

import java.nio.charset.StandardCharsets;

/**
 * The response of Google for any of many accounts, which differ in subject and address. One buffer is written over and
 * over, so that a store of many users is not measured together with a heap of many responses.
 */
final class Accounts {
    private static final int DIGITS = 6;
    private static final String SUBJECT = "103547991597142";
    private static final String ADDRESS = "ana.lovric+";

    private final byte[] body;
    private final int subjectDigits;
    private final int addressDigits;

    Accounts() {
        String text = Payload.GOOGLE_USERINFO
                .text()
                .replace("\"103547991597142817347\"", "\"" + SUBJECT + "000000\"")
                .replace("ana.lovric@", ADDRESS + "000000@");
        body = text.getBytes(StandardCharsets.UTF_8);
        subjectDigits = end(text, "\"" + SUBJECT);
        addressDigits = end(text, ADDRESS);
    }

    private static int end(String text, String part) {
        int at = text.indexOf(part);
        return text.substring(0, at + part.length()).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The response for one account, good until the next call. */
    byte[] responseFor(int account) {
        int rest = account;
        for (int i = DIGITS - 1; i >= 0; i--) {
            byte digit = (byte) ('0' + rest % 10);
            body[subjectDigits + i] = digit;
            body[addressDigits + i] = digit;
            rest /= 10;
        }
        return body;
    }
}
