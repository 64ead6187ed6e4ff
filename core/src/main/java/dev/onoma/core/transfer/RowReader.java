package dev.onoma.core.transfer;

import dev.onoma.core.OnomaException;
import dev.onoma.core.Refusal;
import dev.onoma.core.administration.MetadataRules;
import dev.onoma.core.attribute.AttributeFormat;
import dev.onoma.core.attribute.Characters;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonRow;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rows in the format of Auth0's bulk imports, and judges each field as an edit by an administrator would be.
 *
 * @see <a href="https://auth0.com/docs/manage-users/user-migration/bulk-user-import-database-schema-and-examples">Bulk
 *     Import Database Schema and Examples</a>
 */
final class RowReader {
    /** What this library does not keep. Who needs them would not notice until the first login if they were dropped. */
    private static final Set<String> NOT_SUPPORTED = Set.of("mfa_factors");

    private static final Set<String> PASSWORDS = Set.of("password_hash", "custom_password_hash");

    private static final Set<String> OTHERS = Set.of("user_id", "blocked", "user_metadata", "app_metadata");
    private static final Map<String, RootAttribute> BY_FLAG = byFlag();
    private static final int LONGEST_SHOWN_NAME = 60;

    private final Connection connection;
    private final Optional<PasswordReader> passwords;

    RowReader(Connection connection, Optional<PasswordReader> passwords) {
        this.connection = connection;
        this.passwords = passwords;
    }

    private static boolean isKnown(String name) {
        return OTHERS.contains(name)
                || RootAttribute.named(name).isPresent()
                || BY_FLAG.containsKey(name)
                || PASSWORDS.contains(name)
                || NOT_SUPPORTED.contains(name);
    }

    private static Map<String, RootAttribute> byFlag() {
        Map<String, RootAttribute> byFlag = new HashMap<>();
        for (RootAttribute attribute : RootAttribute.ALL) {
            attribute.flagName().ifPresent(flag -> byFlag.put(flag, attribute));
        }
        return Map.copyOf(byFlag);
    }

    /**
     * The row of a JSON value.
     *
     * @throws FailedRowException when it is not acceptable, for the first reason that is found
     */
    ImportRow read(JsonRow row) {
        if (row.problem().isPresent()) {
            JsonException problem = row.problem().get();
            throw new FailedRowException(RowProblem.ofCode(problem.code()), problem.message());
        }
        JsonValue value = row.value().orElseThrow();
        if (!(value instanceof JsonObject object)) {
            throw new FailedRowException(
                    RowProblem.OBJECT_REQUIRED,
                    "a row must be an object, but is " + value.type().phrase());
        }
        return new Fields(object).read(row.line());
    }

    /** The fields of one row. */
    private final class Fields {
        private final JsonObject json;
        private final Map<RootAttribute, String> texts = new EnumMap<>(RootAttribute.class);
        private final Map<RootAttribute, Boolean> flags = new EnumMap<>(RootAttribute.class);

        Fields(JsonObject all) {
            this.json = all.filter((name, value) -> value != JsonNull.NULL || !isKnown(name));
        }

        ImportRow read(int line) {
            Optional<Account> account = json.get("user_id").map(this::account);
            json.forEach(this::readField);
            checkWhole();
            return new ImportRow(
                    line,
                    account,
                    texts,
                    flags,
                    json.get("blocked").map(value -> flag("blocked", value)),
                    metadata("user_metadata"),
                    metadata("app_metadata"),
                    passwordHash());
        }

        private void readField(String name, JsonValue value) {
            Optional<RootAttribute> attribute = RootAttribute.named(name);
            RootAttribute pair = BY_FLAG.get(name);
            if (attribute.isPresent()) {
                texts.put(attribute.get(), checked(attribute.get(), text(name, value)));
            } else if (pair != null) {
                flags.put(pair, flag(name, value));
            } else if (NOT_SUPPORTED.contains(name) || (PASSWORDS.contains(name) && passwords.isEmpty())) {
                throw new FailedRowException(RowProblem.NOT_SUPPORTED, name + " cannot be stored");
            } else if (!isKnown(name)) {
                throw new FailedRowException(RowProblem.UNKNOWN_FIELD, "there is no field \"" + shown(name) + "\"");
            }
        }

        private void checkWhole() {
            if (!texts.containsKey(RootAttribute.EMAIL)
                    && !texts.containsKey(RootAttribute.USERNAME)
                    && !texts.containsKey(RootAttribute.PHONE_NUMBER)) {
                throw new FailedRowException(
                        RowProblem.MISSING_IDENTIFIER, "a row must have an email, username or phone_number");
            }
            for (RootAttribute pair : flags.keySet()) {
                if (!texts.containsKey(pair)) {
                    throw invalid(pair.flagName().orElseThrow() + " needs " + pair.fieldName() + " beside it");
                }
            }
        }

        private Optional<String> passwordHash() {
            JsonObject fields = json.filter((name, value) -> PASSWORDS.contains(name));
            try {
                return fields.isEmpty() ? Optional.empty() : passwords.flatMap(reader -> reader.read(fields));
            } catch (FailedRowException failed) {
                throw failed;
            } catch (OnomaException unusable) {
                throw new FailedRowException(
                        RowProblem.INVALID_PASSWORD_HASH,
                        Optional.ofNullable(unusable.getMessage()).orElse("the hash cannot be used"));
            }
        }

        private Account account(JsonValue value) {
            // Old tables number their users; an integer keeps its digits, and anything else would not.
            if (value instanceof JsonNumber number && number.isIntegerLiteral()) {
                return Account.of(number.text(), connection);
            }
            if (value instanceof JsonString string) {
                return Account.of(string.value(), connection);
            }
            throw wrongType("user_id", "a string or an integer", value);
        }

        private String checked(RootAttribute attribute, String text) {
            if (Characters.isBlank(text) || Characters.isUnsafe(text)) {
                throw invalid(attribute.fieldName() + " must not be blank, nor hold NUL or lone surrogates");
            }
            AttributeFormat.violation(attribute, text, connection.limits()).ifPresent(rule -> {
                throw invalid(attribute.fieldName() + " must be " + rule);
            });
            return attribute == RootAttribute.USERNAME ? Characters.lowerAscii(text) : text;
        }

        private Optional<JsonObject> metadata(String name) {
            return json.get(name).map(value -> {
                if (!(value instanceof JsonObject given)) {
                    throw wrongType(name, "an object", value);
                }
                JsonObject stored = MetadataRules.merge(JsonObject.EMPTY, given);
                Optional<Refusal> refusal = MetadataRules.check(name, given, stored, connection.limits());
                if (refusal.isPresent()) {
                    throw new FailedRowException(
                            RowProblem.FORBIDDEN_METADATA, refusal.get().message());
                }
                return stored;
            });
        }

        private String text(String name, JsonValue value) {
            if (value instanceof JsonString string) {
                return string.value();
            }
            throw wrongType(name, "a string", value);
        }

        private boolean flag(String name, JsonValue value) {
            if (value instanceof JsonBoolean flag) {
                return flag.value();
            }
            throw wrongType(name, "a boolean", value);
        }
    }

    private static FailedRowException wrongType(String name, String expected, JsonValue value) {
        return new FailedRowException(
                RowProblem.INVALID_TYPE,
                name + " must be " + expected + ", but is " + value.type().phrase());
    }

    private static FailedRowException invalid(String message) {
        return new FailedRowException(RowProblem.INVALID_VALUE, message);
    }

    /** A name comes from outside: so much of it as tells which one it is, and nothing that could forge a line. */
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_SHOWN_NAME)
                .map(c -> Character.isISOControl(c)
                                || !Character.isDefined(c)
                                || Character.getType(c) == Character.SURROGATE
                        ? '·'
                        : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
