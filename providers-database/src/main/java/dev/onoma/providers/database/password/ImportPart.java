package dev.onoma.providers.database.password;

import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** An object of an imported row that knows its place in it, so that every problem names its part. */
record ImportPart(String place, JsonObject json) {
    private static final int LONGEST_NUMBER = 9;

    static ImportPart of(String place, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw new InvalidHashException(HashProblem.INVALID_TYPE, place, "must be an object");
        }
        return new ImportPart(place, object.filter((name, member) -> member != JsonNull.NULL));
    }

    /** Refuses members of other names. They are not quoted: what is in the wrong place here may be a secret. */
    ImportPart allow(String... names) {
        Set<String> allowed = Set.of(names);
        if (!allowed.containsAll(json.names())) {
            throw new InvalidHashException(
                    HashProblem.UNEXPECTED_PART, place, "has a member that it cannot have with this algorithm");
        }
        return this;
    }

    Optional<ImportPart> part(String name) {
        return json.get(name).map(value -> of(place + "." + name, value));
    }

    ImportPart requiredPart(String name) {
        return part(name).orElseThrow(() -> missing(name));
    }

    Optional<String> text(String name) {
        return json.get(name).map(value -> {
            if (!(value instanceof JsonString text)) {
                throw problem(HashProblem.INVALID_TYPE, name, "must be a string");
            }
            if (text.value().length() > PasswordHash.MAX_CHARACTERS) {
                throw problem(HashProblem.OVER_LIMIT, name, "is too long");
            }
            return text.value();
        });
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    Optional<Integer> number(String name) {
        return json.get(name).map(value -> {
            if (!(value instanceof JsonNumber number) || !number.isIntegerLiteral()) {
                throw problem(HashProblem.INVALID_TYPE, name, "must be an integer");
            }
            if (number.text().startsWith("-") || number.text().equals("0")) {
                throw problem(HashProblem.INVALID_VALUE, name, "must be positive");
            }
            if (number.text().length() > LONGEST_NUMBER) {
                throw problem(HashProblem.OVER_LIMIT, name, "is too large");
            }
            return Integer.parseInt(number.text());
        });
    }

    InvalidHashException missing(String name) {
        return problem(HashProblem.MISSING_PART, name, "is missing");
    }

    InvalidHashException problem(HashProblem problem, String name, String what) {
        return new InvalidHashException(problem, place + "." + name, what);
    }
}
