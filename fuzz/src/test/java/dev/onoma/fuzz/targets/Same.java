package dev.onoma.fuzz.targets;

/** What has to come out twice the same. */
final class Same {
    private Same() {}

    static void check(String what, Object one, Object other) {
        if (!one.equals(other)) {
            throw new IllegalStateException(what + ": " + one + " is not " + other);
        }
    }
}
