package dev.onoma.faults;

/** What nobody may read in an exception, a text form or a log. All of it holds {@code zq7}. */
final class Secrets {
    static final String CODE = "4/0Azq7code";
    static final String CLIENT_SECRET = "GOCSPX-zq7secret";
    static final String ACCESS_TOKEN = "ya29.zq7access";
    static final String REFRESH_TOKEN = "1//zq7refresh";
    static final String EMAIL = "zq7.ana@example.com";
    static final String NAME = "Ana zq7";
    static final String PASSWORD = "zq7password";

    /** As a server would repeat them that explains itself too well. */
    static final String ALL = String.join(" ", CODE, CLIENT_SECRET, ACCESS_TOKEN, REFRESH_TOKEN, EMAIL, PASSWORD);

    /** In each of them. */
    static final String MARK = "zq7";

    private Secrets() {}
}
