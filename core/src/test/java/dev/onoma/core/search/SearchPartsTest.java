package dev.onoma.core.search;

import static dev.onoma.core.search.Ana.ANA;
import static dev.onoma.core.search.Ana.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchPartsTest {
    private static final Field APP_METADATA = new JsonField(JsonField.Document.APP_METADATA, List.of("a"));

    @ParameterizedTest
    @CsvSource({
        "NAME, Ana LOVRIĆ, ana lovrić",
        "NICKNAME, ΟΔΟΣ, οδοσ",
        "FAMILY_NAME, οδος, οδοσ",
        "GIVEN_NAME, İpek ılgaz, ipek ilgaz",
        "NAME, Straße, straße",
        "NAME, 𐐀, 𐐨",
        "EMAIL, Ana@Example.COM, ana@example.com",
        "EMAIL, ana@bücher.example, ana@xn--bcher-kva.example",
        "EMAIL, Änne@example.com, Änne@example.com",
        "USERNAME, Ana, Ana",
        "PHONE_NUMBER, +385, +385",
    })
    @DisplayName("names are compared without regard to case, addresses as addresses, all else exactly")
    void keys(RootAttribute attribute, String text, String key) {
        assertThat(SearchKey.of(attribute, text)).isEqualTo(key);
    }

    @Test
    @DisplayName("a key has at most 256 characters, none of them half; what is compared exactly is not cut")
    void long_() {
        assertThat(SearchKey.of(RootAttribute.NAME, "😀".repeat(300))).isEqualTo("😀".repeat(256));
        assertThat(SearchKey.of(RootAttribute.EMAIL, "a@" + "b".repeat(300))).hasSize(256);
        assertThat(SearchKey.of(RootAttribute.PICTURE, "x".repeat(300))).hasSize(300);
    }

    @Test
    @DisplayName("a clause is made of a condition that its field takes, and of text that a store can hold")
    void wrongClause() {
        Condition is = new Condition.Is(true);
        Range<String> lone = new Range<>(Optional.of(new Range.Bound<>("\ud800", true)), Optional.empty());

        for (Field field : List.of(UserField.NAME, UserField.CREATED_AT, UserField.LOGINS_COUNT, APP_METADATA)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Query.Clause(field, is));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.Equal("\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.TextBetween(lone));
        assertThatIllegalArgumentException().isThrownBy(() -> new TextPattern(List.of("a\0", "")));
        assertThatIllegalArgumentException().isThrownBy(() -> new TextPattern(List.of("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonField(JsonField.Document.APP_METADATA, List.of("a\0")));
    }

    @Test
    @DisplayName("texts are in the order of their code points, halves of surrogate pairs or not")
    void codePoints() {
        assertThat(List.of("😀", "\uffee", "z", "za", "\ud7ff", "").stream().sorted(SearchKey.BY_CODE_POINT))
                .containsExactly("", "z", "za", "\ud7ff", "\uffee", "😀");
    }

    @Test
    @DisplayName("an order is read as it is written, and ascends without a direction")
    void sort() {
        assertThat(Sort.parse("created_at:-1")).isEqualTo(new Sort(UserField.CREATED_AT, false));
        assertThat(Sort.parse("name:1")).isEqualTo(new Sort(UserField.NAME, true));
        assertThat(Sort.parse("name")).isEqualTo(new Sort(UserField.NAME, true));
        assertThat(Sort.parse("name").text()).isEqualTo("name:1");
    }

    @ParameterizedTest
    @CsvSource({"app_metadata.x:1, 1", "blocked:1, 1", "nome, 1", "name:, 6", "name:2, 6", "name:asc, 6"})
    @DisplayName("a wrong order is refused with its place")
    void wrongSort(String sort, int position) {
        assertThatThrownBy(() -> Sort.parse(sort))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("sort, position " + position + ": expected ");
    }

    @Test
    @DisplayName("nobody sorts by what cannot be sorted by")
    void unsortable() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sort(UserField.PICTURE, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"user_id", "name:-1", "email", "logins_count", "last_login:-1", "created_at", "phone_number"})
    @DisplayName("a cursor is read as it was written, with a value or without")
    void cursor(String order) {
        Sort sort = Sort.parse(order);

        for (Cursor cursor : List.of(Cursor.after(ANA, sort), Cursor.after(NOBODY, sort))) {
            Cursor read = Cursor.parse(cursor.text());

            assertThat(read.sort()).isEqualTo(sort);
            assertThat(read.id()).isEqualTo(cursor.id());
            assertThat(read.value()).isEqualTo(cursor.value());
            assertThat(read.compareTo(cursor)).isZero();
            assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
            assertThat(cursor.toString()).isEqualTo("Cursor[" + sort.text() + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "{}",
                "{\"sort\":\"name:1\"}",
                "{\"sort\":1,\"id\":\"a\"}",
                "{\"sort\":\"name:1\",\"id\":\"\"}",
                "{\"sort\":\"created_at:1\",\"id\":\"a\",\"value\":\"soon\"}",
                "{\"sort\":\"logins_count:1\",\"id\":\"a\",\"value\":\"1e9\"}",
                "{\"sort\":\"name:1\",\"id\":\"a\",\"value\":\"\\u0000\"}",
                "{\"sort\":\"name:1\",\"id\":\"a\\ud800\"}",
            })
    @DisplayName("what is no cursor is refused")
    void noCursor(String json) {
        String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        for (String wrong : List.of(text, json + "!")) {
            assertThatThrownBy(() -> Cursor.parse(wrong))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage("cursor, position 1: expected the cursor of a page of the same order");
        }
    }

    @Test
    @DisplayName("a cursor with an order that nobody knows is no cursor")
    void unknownOrder() {
        String json = "{\"sort\":\"nome:1\",\"id\":\"a\"}";
        String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    @DisplayName("a request is for everybody by user id, fifty at a time, unless told otherwise")
    void request() {
        SearchRequest request = SearchRequest.builder().build();

        assertThat(request.query()).isEqualTo(Query.EVERYONE);
        assertThat(request.sort()).isEqualTo(Sort.BY_ID);
        assertThat(request.limit()).isEqualTo(50);
        assertThat(request.offset()).isZero();
        assertThat(request.after()).isEmpty();
        assertThat(request).hasToString("SearchRequest[user_id:1, limit=50, offset=0]");
    }

    @Test
    @DisplayName("a request keeps its limits, and has a cursor of its order or an offset")
    void wrongRequest() {
        SearchRequest.Builder builder = SearchRequest.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.limit(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.limit(1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.offset(-1));
        assertThat(builder.limit(10).offset(990).build().offset()).isEqualTo(990);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.offset(991).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        builder.offset(1).after(Cursor.after(UserId.of("a"))).build());
        assertThatThrownBy(() -> builder.offset(0).sort(Sort.parse("name")).build())
                .isInstanceOf(InvalidQueryException.class);
    }
}
