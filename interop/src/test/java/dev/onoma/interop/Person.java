package dev.onoma.interop;

/** Somebody with an account, as {@code staff-realm.json} and {@code provider.mjs} have it. */
record Person(String subject, String username, String password) {
    static final Person ADA = new Person("5f0c9a52-7a0f-4e4b-9d64-0a5f3f1c7a01", "ada", "analytical engine");

    /** Has never confirmed her address. */
    static final Person GRAINNE = new Person("5f0c9a52-7a0f-4e4b-9d64-0a5f3f1c7a02", "grainne", "Clew Bay");

    /** Has consented to nothing yet. */
    static final Person BARTLEBY = new Person("5f0c9a52-7a0f-4e4b-9d64-0a5f3f1c7a03", "bartleby", "prefer not to");

    Person withPassword(String other) {
        return new Person(subject, username, other);
    }
}
