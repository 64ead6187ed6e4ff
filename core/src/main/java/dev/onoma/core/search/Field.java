package dev.onoma.core.search;

/** What of a user a clause looks at. A field may have several values, and then one of them must fulfil the clause. */
public sealed interface Field permits UserField, JsonField {
    /** The field's name in queries, such as {@code email.domain} or {@code app_metadata.plan}. */
    String fieldName();

    /** What its values are. */
    Kind kind();

    /** What the values of a field are, and so which conditions a clause about it may make. */
    enum Kind {
        /** Texts: compared, matched with patterns, and in ranges by code points. */
        TEXT,
        /** {@code true} and {@code false}. */
        BOOLEAN,
        /** Integers: compared, and in ranges. */
        NUMBER,
        /** Times: compared, and in ranges. */
        TIME,
        /** Whatever JSON holds: texts, numbers, and booleans as texts; ranges are of numbers where the bounds are. */
        JSON
    }
}
