package dev.onoma.mapping;

import java.util.List;
import java.util.regex.Pattern;

/** A part of a mapping file that knows where it stands. */
sealed interface Node {
    Place place();

    /** A place in the file, line and column counted from 1. */
    record Place(int line, int column) {
        static final Place START = new Place(1, 1);

        MappingProblem problem(String message) {
            return new MappingProblem(line, column, message);
        }
    }

    /**
     * A scalar.
     *
     * @param plain whether it is written without quotes
     */
    record Scalar(Place place, String text, boolean plain) implements Node {
        /** What YAML 1.2 reads as something else than text (section 10.3.2, the core schema). */
        private static final Pattern NO_TEXT = Pattern.compile("|~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
                + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
                + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

        boolean isText() {
            return !plain || !NO_TEXT.matcher(text).matches();
        }
    }

    record Items(Place place, List<Node> nodes) implements Node {}

    /** Fields in the order of the file; no two bear the same name. */
    record Fields(Place place, List<Field> fields) implements Node {}

    record Field(Scalar name, Node value) {}
}
