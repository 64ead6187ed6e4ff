package dev.onoma.oauth.client;

/** Text that a request can bear as it is. */
final class VisibleText {
    private VisibleText() {}

    /**
     * The text.
     *
     * @throws IllegalArgumentException when it is blank, or holds more than visible ASCII characters and spaces
     */
    static String require(String text, String part) {
        if (text.isBlank() || text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException(part + " must be visible ASCII characters");
        }
        return text;
    }
}
