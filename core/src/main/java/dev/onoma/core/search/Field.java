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
        JSON;

        /** Whether a clause about a field of this kind may make a condition. */
        public boolean takes(Condition condition) {
            return condition instanceof Condition.Present
                    || switch (this) {
                        case TEXT -> isOfText(condition);
                        case BOOLEAN -> condition instanceof Condition.Is;
                        case NUMBER -> condition instanceof Condition.NumberBetween;
                        case TIME -> condition instanceof Condition.TimeBetween;
                        case JSON -> isOfText(condition) || condition instanceof Condition.NumberBetween;
                    };
        }

        private static boolean isOfText(Condition condition) {
            return condition instanceof Condition.Equal
                    || condition instanceof Condition.Like
                    || condition instanceof Condition.TextBetween;
        }
    }
}
