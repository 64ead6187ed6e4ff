package dev.onoma.core;

/** What is limited, in which unit, and by how much unless an application says otherwise. */
public enum Limit {
    /** Bytes of one claims document, as it was received. */
    CLAIMS_BYTES(256 * 1024),
    /** Levels of nesting of one claims document; the outermost object is level one. */
    CLAIMS_DEPTH(32),
    /** Members of all objects of one claims document, together. */
    CLAIMS_MEMBERS(1_000),
    /** Digits of a number, before its exponent. */
    NUMBER_DIGITS(1_000),
    /** Magnitude of a number's exponent. */
    NUMBER_EXPONENT(1_000),
    /** Bytes of one identity's {@code profileData}, as compact JSON in UTF-8. */
    STORED_CLAIMS_BYTES(64 * 1024),
    /** Bytes of each of a user's two metadata objects, as compact JSON in UTF-8. */
    METADATA_BYTES(64 * 1024),
    /** Bytes of a mapped string in UTF-8, whatever its attribute. */
    TEXT_BYTES(4 * 1024),
    /** Bytes of a picture's URL in UTF-8. */
    PICTURE_BYTES(2 * 1024),
    /** Characters (code points) of a subject. */
    SUBJECT_CHARACTERS(255),
    /** Characters of a user id. */
    USER_ID_CHARACTERS(420),
    /** Characters of an e-mail address. */
    EMAIL_CHARACTERS(254),
    /** Characters of an e-mail address before the {@code @}. */
    EMAIL_LOCAL_CHARACTERS(64),
    /** Characters of a name. The documentation we follow says 150 in one place and 300 in another. */
    NAME_CHARACTERS(300),
    /** Characters of a given name. */
    GIVEN_NAME_CHARACTERS(150),
    /** Characters of a family name. */
    FAMILY_NAME_CHARACTERS(150),
    /** Characters of a nickname. The documentation we follow says 300 in one place and 350 in another. */
    NICKNAME_CHARACTERS(350),
    /** Characters of a user name. */
    USERNAME_CHARACTERS(128),
    /** Digits of a phone number, after its plus sign. */
    PHONE_DIGITS(15),
    /** Characters of a query that looks for users. */
    QUERY_CHARACTERS(4 * 1024),
    /** Terms of a query, ranges and other clauses included. */
    QUERY_CLAUSES(64),
    /** Levels of parentheses of a query. */
    QUERY_DEPTH(16);

    private final int standard;

    Limit(int standard) {
        this.standard = standard;
    }

    /** The default. */
    public int standard() {
        return standard;
    }
}
