package dev.onoma.core.json;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonException.Problem;

/** Counts depth and members of one document, and judges its numbers. */
final class ValueBounds {
    private final int maxDepth;
    private final int maxMembers;
    private final int maxDigits;
    private final int maxExponent;
    private int members;

    ValueBounds(Limits limits) {
        this.maxDepth = limits.of(Limit.CLAIMS_DEPTH);
        this.maxMembers = limits.of(Limit.CLAIMS_MEMBERS);
        this.maxDigits = limits.of(Limit.NUMBER_DIGITS);
        this.maxExponent = limits.of(Limit.NUMBER_EXPONENT);
    }

    void enter(int depth) {
        if (depth > maxDepth) {
            throw new JsonException(
                    Problem.JSON_TOO_DEEP, "the document is nested more than " + maxDepth + " levels deep");
        }
    }

    void countMember() {
        if (++members > maxMembers) {
            throw new JsonException(Problem.JSON_TOO_LARGE, "the document has more than " + maxMembers + " members");
        }
    }

    /** Small enough to be computed with: {@code 1e999999999} is ten bytes as text and a gigabyte as an integer. */
    boolean allowsNumber(String number) {
        int digits = 0;
        int i = 0;
        for (; i < number.length() && number.charAt(i) != 'e' && number.charAt(i) != 'E'; i++) {
            if (isDigit(number.charAt(i))) {
                digits++;
            }
        }
        long exponent = 0;
        for (; i < number.length() && exponent <= maxExponent; i++) {
            if (isDigit(number.charAt(i))) {
                exponent = exponent * 10 + (number.charAt(i) - '0');
            }
        }
        return digits <= maxDigits && exponent <= maxExponent;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Checks a value that no reader has counted. */
    void check(JsonValue value, int depth) {
        if (value instanceof JsonObject object) {
            enter(depth);
            object.forEach((name, member) -> {
                countMember();
                check(member, depth + 1);
            });
        } else if (value instanceof JsonArray array) {
            enter(depth);
            array.elements().forEach(element -> check(element, depth + 1));
        } else if (value instanceof JsonNumber number && !allowsNumber(number.text())) {
            throw new JsonException(
                    Problem.INVALID_JSON, "the document has a number with too many digits or too large an exponent");
        }
    }
}
