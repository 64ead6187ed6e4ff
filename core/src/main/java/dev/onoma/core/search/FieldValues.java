package dev.onoma.core.search;

import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.json.JsonArray;
import dev.onoma.core.json.JsonBoolean;
import dev.onoma.core.json.JsonNumber;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.User;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the values of fields, as conditions take them. */
final class FieldValues {
    private FieldValues() {}

    static List<Object> of(Field field, User user) {
        return field instanceof UserField userField
                ? own(userField, user)
                : items((JsonField) field, user)
                        .flatMap(item -> scalar(item).stream())
                        .toList();
    }

    static boolean isPresent(Field field, User user) {
        return field instanceof JsonField jsonField
                ? items(jsonField, user).anyMatch(FieldValues::isSomething)
                : !of(field, user).isEmpty();
    }

    private static List<Object> own(UserField field, User user) {
        return switch (field) {
            case NAME, GIVEN_NAME, FAMILY_NAME, NICKNAME, PICTURE, EMAIL, USERNAME, PHONE_NUMBER ->
                list(field.attribute().flatMap(user::text).map(field::key));
            case EMAIL_DOMAIN -> list(user.email().map(UserField.EMAIL::key).map(SearchKey::domain));
            case EMAIL_VERIFIED -> list(user.root().pair(RootAttribute.EMAIL).map(PairValue::isVerified));
            case PHONE_VERIFIED ->
                list(user.root().pair(RootAttribute.PHONE_NUMBER).map(PairValue::isVerified));
            case IDENTITY_CONNECTION -> ofIdentities(user, Identity::connection);
            case IDENTITY_PROVIDER -> ofIdentities(user, Identity::provider);
            case IDENTITY_USER_ID -> ofIdentities(user, Identity::subject);
            case IDENTITY_IS_SOCIAL -> ofIdentities(user, Identity::isSocial);
            case LAST_LOGIN -> list(user.counters().lastLogin());
            case LAST_IP -> list(user.counters().lastIp());
            case LOGINS_COUNT -> List.of(BigDecimal.valueOf(user.counters().logins()));
            case USER_ID -> List.of(user.id().value());
            case BLOCKED -> List.of(user.isBlocked());
            case CREATED_AT -> List.of(user.createdAt());
            case UPDATED_AT -> List.of(user.updatedAt());
        };
    }

    private static List<Object> list(Optional<?> value) {
        return value.<List<Object>>map(List::of).orElse(List.of());
    }

    private static List<Object> ofIdentities(User user, Function<Identity, Object> part) {
        return user.identities().stream().map(part).toList();
    }

    private static Stream<JsonValue> items(JsonField field, User user) {
        Stream<JsonValue> values = documents(field, user);
        for (String name : field.path()) {
            values = values.flatMap(FieldValues::elements)
                    .flatMap(value -> value instanceof JsonObject object ? object.get(name).stream() : Stream.empty());
        }
        return values.flatMap(FieldValues::elements);
    }

    private static Stream<JsonValue> documents(JsonField field, User user) {
        return switch (field.document()) {
            case APP_METADATA -> Stream.of(user.appMetadata());
            case USER_METADATA -> Stream.of(user.userMetadata());
            case PROFILE_DATA -> user.identities().stream().map(Identity::profileData);
        };
    }

    private static Stream<JsonValue> elements(JsonValue value) {
        return value instanceof JsonArray array ? array.elements().stream() : Stream.of(value);
    }

    private static boolean isSomething(JsonValue value) {
        return switch (value.type()) {
            case NULL -> false;
            case OBJECT -> !((JsonObject) value).isEmpty();
            case ARRAY -> !((JsonArray) value).elements().isEmpty();
            case STRING, NUMBER, BOOLEAN -> true;
        };
    }

    private static Optional<Object> scalar(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.value());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.decimal());
        }
        return value instanceof JsonBoolean bool ? Optional.of(bool.value()) : Optional.empty();
    }
}
