package dev.onoma.testkit.directory;

import dev.onoma.core.search.Field.Kind;
import dev.onoma.core.search.UserField;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Queries about {@link GeneratedUsers}. */
final class GeneratedQueries {
    private static final List<String> TIMES = List.of(
            "2026",
            "2026-01",
            "2026-01-31",
            "2026-02-01",
            "2026-01-31T12:00",
            "2026-01-31T12:00:00.123Z",
            "2027-01-01",
            "2026-01-31T12:00:00.1229999",
            "2026-01-31T12:00:00.123000001Z",
            "0000",
            "9999-12-31");

    private static final List<String> NUMBERS = List.of("0", "1", "5", "12", "19", "-1", "100000000000000000");

    private static final List<String> JSON_TEXTS = List.of(
            "gold",
            "Gold",
            "Ana",
            "100%",
            "it's",
            "say \"hi\"",
            "back\\slash",
            "\ud83d\ude00 smile",
            "13",
            "13.0",
            "-1",
            "14.5",
            "1e30",
            "123456789012345678901",
            "true",
            "false",
            "null",
            "");

    private static final List<UserField> FIELDS = List.of(UserField.values());

    private static final List<String> DOCUMENTS = List.of("app_metadata", "user_metadata", "identities.profileData");

    private final Random random;

    GeneratedQueries(Random random) {
        this.random = random;
    }

    /** Each kind of condition on each field, with several values. */
    List<String> ofEveryKind() {
        List<String> queries = new ArrayList<>();
        for (UserField field : FIELDS) {
            for (int i = 0; i < 25; i++) {
                queries.add(clause(field));
                queries.add("NOT " + clause(field));
            }
        }
        for (int i = 0; i < 200; i++) {
            queries.add(json());
            queries.add("-" + json());
        }
        return queries;
    }

    /** Clauses put together with operators. */
    String next() {
        return query(2);
    }

    private String query(int depth) {
        if (depth == 0) {
            return clause();
        }
        String one = query(depth - 1);
        String other = query(depth - 1);
        return switch (random.nextInt(7)) {
            case 0 -> one + " AND " + other;
            case 1 -> one + " OR " + other;
            case 2 -> "(" + one + ") AND NOT (" + other + ")";
            case 3 -> "NOT (" + one + ") OR " + other;
            case 4 -> one + " " + other;
            case 5 -> "+(" + one + ") -(" + other + ")";
            default -> "(" + one + " OR " + other + ") AND " + clause();
        };
    }

    private String clause() {
        return switch (random.nextInt(4)) {
            case 0 -> json();
            case 1 -> chance(3) ? condition(GeneratedUsers.TEXTS) : clause(UserField.NAME);
            default -> clause(FIELDS.get(random.nextInt(FIELDS.size())));
        };
    }

    private String clause(UserField field) {
        if (chance(12)) {
            return "_exists_:" + field.fieldName();
        }
        return field.fieldName() + ":" + condition(field);
    }

    private String condition(UserField field) {
        if (field.kind() == Kind.BOOLEAN) {
            return chance(2) ? "true" : "false";
        }
        if (field.kind() == Kind.NUMBER || field.kind() == Kind.TIME) {
            List<String> values = field.kind() == Kind.NUMBER ? NUMBERS : TIMES;
            return chance(3) ? pick(values) : range(values);
        }
        return chance(5) ? range(texts(field)) : condition(texts(field));
    }

    private static List<String> texts(UserField field) {
        return switch (field) {
            case EMAIL -> GeneratedUsers.ADDRESSES;
            case EMAIL_DOMAIN ->
                GeneratedUsers.ADDRESSES.stream()
                        .map(address -> address.substring(address.indexOf('@') + 1))
                        .toList();
            case IDENTITY_CONNECTION, IDENTITY_PROVIDER ->
                Stream.concat(GeneratedUsers.CONNECTIONS.stream(), Stream.of("database"))
                        .toList();
            case IDENTITY_USER_ID -> List.of("1-0", "2-1", "3-0", "4-2");
            case USER_ID ->
                GeneratedUsers.CONNECTIONS.stream()
                        .map(name -> name + "|" + name.length())
                        .toList();
            case LAST_IP -> List.of("192.0.2.0", "192.0.2.1", "198.51.100.7");
            default -> GeneratedUsers.TEXTS;
        };
    }

    private String json() {
        String path = pick(DOCUMENTS);
        if (chance(15)) {
            return "_exists_:" + path;
        }
        for (int depth = 0; depth <= random.nextInt(2); depth++) {
            path += "." + word(pick(GeneratedUsers.KEYS));
        }
        if (chance(5)) {
            return "_exists_:" + path;
        }
        return path + ":" + (chance(5) ? range(JSON_TEXTS) : condition(JSON_TEXTS));
    }

    private String condition(List<String> texts) {
        String text = pick(texts);
        int length = text.codePointCount(0, text.length());
        String start = text.substring(0, text.offsetByCodePoints(0, length / 2));
        String end = text.substring(text.offsetByCodePoints(0, length / 2));
        return switch (random.nextInt(7)) {
            case 1 -> start.isEmpty() ? phrase(text) : word(start) + "*";
            case 2 -> end.length() < 4 ? phrase(text) : "*" + word(end);
            case 3 -> end.isEmpty() || start.isEmpty() ? phrase(text) : word(start) + "*" + word(end);
            case 4 -> text.length() < 4 ? phrase(text) : "*" + word(text) + "*";
            case 5 -> text.isEmpty() ? "*" : word(text);
            default -> phrase(text);
        };
    }

    private String range(List<String> values) {
        String from = chance(4) ? "*" : phrase(pick(values));
        String to = chance(4) ? "*" : phrase(pick(values));
        return (chance(2) ? "[" : "{") + from + " TO " + to + (chance(2) ? "]" : "}");
    }

    /** The text between quotation marks. */
    static String phrase(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The text as one word. */
    static String word(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            word.append(plain ? "" : "\\").append(c);
        }
        return word.toString();
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
