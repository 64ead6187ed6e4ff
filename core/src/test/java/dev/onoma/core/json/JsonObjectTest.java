package dev.onoma.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
    private static JsonObject numbered(int size) {
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < size; i++) {
            object.put("m" + i, i);
        }
        return object.build();
    }

    private static JsonObject reversed(JsonObject object) {
        List<String> names = new ArrayList<>(object.names());
        java.util.Collections.reverse(names);
        JsonObject.Builder reversed = JsonObject.builder();
        names.forEach(name -> reversed.put(name, object.get(name).orElseThrow()));
        return reversed.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, 17, 18, 33, 100})
    @DisplayName("finds each member, and no other, whatever the size")
    void finds(int size) {
        JsonObject object = numbered(size);

        assertThat(object.size()).isEqualTo(size);
        assertThat(object.isEmpty()).isFalse();
        for (int i = 0; i < size; i++) {
            assertThat(object.get("m" + i)).contains(JsonNumber.of(i));
            assertThat(object.has("m" + i)).isTrue();
        }
        assertThat(object.get("m" + size)).isEmpty();
        assertThat(object.has("m" + size)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 16, 17, 40})
    @DisplayName("S10: objects are equal whatever the order of their members, and have one hash")
    void orderDoesNotCount(int size) {
        JsonObject object = numbered(size);

        assertThat(reversed(object)).isEqualTo(object).hasSameHashCodeAs(object);
        assertThat(object).isEqualTo(reversed(object));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 17, 40})
    @DisplayName("S10: objects differ by a value, a name, or a member more")
    void different(int size) {
        JsonObject object = numbered(size);

        assertThat(object)
                .isNotEqualTo(object.with("m1", JsonNumber.of(-1)))
                .isNotEqualTo(reversed(object.with("m0", JsonNumber.of(-1))))
                .isNotEqualTo(object.without("m1").with("other", JsonNumber.of(1)))
                .isNotEqualTo(object.with("more", JsonNull.NULL))
                .isNotEqualTo(object.without("m1"))
                .isNotEqualTo(JsonArray.of());
    }

    @Test
    @DisplayName("the hash depends on names and values")
    void hash() {
        JsonObject object = JsonObject.builder().put("a", 1).put("b", 2).build();

        assertThat(object.hashCode())
                .isNotEqualTo(
                        JsonObject.builder().put("a", 1).put("c", 2).build().hashCode())
                .isNotEqualTo(
                        JsonObject.builder().put("a", 1).put("b", 3).build().hashCode())
                .isNotEqualTo(JsonObject.builder().put("a", 1).build().hashCode());
        assertThat(JsonObject.EMPTY.hashCode()).isZero();
    }

    @Test
    @DisplayName("null is a member, and something else than no member")
    void nullIsAMember() {
        JsonObject object = JsonObject.builder().put("a", JsonNull.NULL).build();

        assertThat(object.get("a")).contains(JsonNull.NULL);
        assertThat(object).isNotEqualTo(JsonObject.EMPTY);
    }

    @Test
    @DisplayName("keeps the members' order, and a member set again keeps its place")
    void order() {
        JsonObject object = JsonObject.builder()
                .put("z", 1)
                .put("a", true)
                .put("m", "x")
                .put("z", "2")
                .build();

        assertThat(object.toJson()).isEqualTo("{\"z\":\"2\",\"a\":true,\"m\":\"x\"}");
        List<String> visited = new ArrayList<>();
        object.forEach((name, value) -> visited.add(name + "=" + value.toJson()));
        assertThat(visited).containsExactly("z=\"2\"", "a=true", "m=\"x\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 17, 30})
    @DisplayName("adding under a taken name changes nothing and says so")
    void add(int size) {
        JsonObject.Builder builder = numbered(size).toBuilder();

        assertThat(builder.add("m2", JsonNull.NULL)).isFalse();
        assertThat(builder.add("new", JsonNull.NULL)).isTrue();
        assertThat(builder.build().get("m2")).contains(JsonNumber.of(2));
        assertThat(builder.build().names()).hasSize(size + 1).endsWith("new");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 16, 17, 30})
    @DisplayName("setting and removing a member leaves the object itself as it was")
    void immutable(int size) {
        JsonObject object = numbered(size);

        assertThat(object.with("m3", JsonNull.NULL).get("m3")).contains(JsonNull.NULL);
        assertThat(object.with("m3", JsonNull.NULL).names()).isEqualTo(object.names());
        assertThat(object.without("m3").has("m3")).isFalse();
        assertThat(object.without("m3").size()).isEqualTo(size - 1);
        assertThat(object.without("m3").get("m4")).contains(JsonNumber.of(4));
        assertThat(object).isEqualTo(numbered(size));
        assertThatThrownBy(() -> object.names().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName("filtering keeps what passes, in order, and is the same object when all does")
    void filter() {
        JsonObject object = numbered(5);

        assertThat(object.filter((name, value) -> true)).isSameAs(object);
        assertThat(object.without("none")).isSameAs(object);
        assertThat(object.filter((name, value) -> name.equals("m1") || value.equals(JsonNumber.of(3)))
                        .toJson())
                .isEqualTo("{\"m1\":1,\"m3\":3}");
        assertThat(object.filter((name, value) -> !name.equals("m2")).toJson())
                .isEqualTo("{\"m0\":0,\"m1\":1,\"m3\":3,\"m4\":4}");
        assertThat(object.filter((name, value) -> false)).isSameAs(JsonObject.EMPTY);
    }

    @Test
    @DisplayName("an object without members is empty")
    void empty() {
        assertThat(JsonObject.builder().build()).isSameAs(JsonObject.EMPTY).isEqualTo(numbered(0));
        assertThat(JsonObject.EMPTY.isEmpty()).isTrue();
        assertThat(JsonObject.EMPTY.toJson()).isEqualTo("{}");
        assertThat(JsonObject.EMPTY.names()).isEmpty();
    }

    @Test
    @DisplayName("is made from a map")
    void fromMap() {
        assertThat(JsonObject.from(Map.of("a", List.of(1, "b"))).toJson()).isEqualTo("{\"a\":[1,\"b\"]}");
    }

    @Test
    @DisplayName("a member has a name and a value")
    void nothingMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> JsonObject.builder().add(null, JsonNull.NULL))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> JsonObject.builder().put("a", (JsonValue) null))
                .withMessage("value");
    }

    @Test
    @DisplayName("prints its size, neither names nor values")
    void printing() {
        assertThat(JsonObject.builder().put("email", "ada@example.org").build()).hasToString("object[1]");
        assertThat(JsonObject.EMPTY.type()).isEqualTo(JsonType.OBJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sub",
                "name",
                "given_name",
                "family_name",
                "nickname",
                "preferred_username",
                "profile",
                "picture",
                "email",
                "email_verified",
                "locale",
                "phone_number",
                "hd",
                "id",
                "first_name",
                "last_name"
            })
    @DisplayName("no claim of a usual profile makes it look as if a claim about the message were there")
    void toldApart(String claim) {
        MemberNames aboutTheMessage = MemberNames.of(
                "iat", "exp", "nbf", "auth_time", "nonce", "at_hash", "c_hash", "jti", "sid", "iss", "aud", "azp");

        assertThat(JsonObject.bit(claim) & aboutTheMessage.bits()).isZero();
    }

    @Test
    @DisplayName("members that are looked for together are left out, and what has none of them is the same object")
    void withoutSome() {
        MemberNames names = MemberNames.of("iat", "exp");
        JsonObject object =
                JsonObject.builder().put("exp", 1).put("sub", "a").put("iat", 2).build();

        assertThat(object.without(names))
                .isEqualTo(JsonObject.builder().put("sub", "a").build());
        JsonObject none = JsonObject.builder().put("sub", "a").build();
        assertThat(none.without(names)).isSameAs(none);
    }
}
