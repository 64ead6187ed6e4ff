package dev.onoma.core.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.json.JsonNull;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.Optional;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {
    private static final JsonObject CLAIMS = (JsonObject) JsonValue.parse("""
            {
              "sub": "4711",
              "picture": { "data": { "url": "https://example.org/p", "is_silhouette": false } },
              "emails": [ { "value": "a" }, [ "b0", "b1" ] ],
              "https://example.com/roles": [ "admin" ],
              "it's": { "a.b|c": 1 },
              "": "empty",
              "nothing": null
            }
            """);

    private static Optional<JsonValue> at(String path) {
        return ClaimPath.of(path).in(CLAIMS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                    sub;                                "4711"
                    picture.data.url;                   "https://example.org/p"
                    picture.data;                       {"url":"https://example.org/p","is_silhouette":false}
                    emails[0].value;                    "a"
                    emails[1][1];                       "b1"
                    ['https://example.com/roles'][0];   "admin"
                    ['it''s']['a.b|c'];                 1
                    ['picture'].data['url'];            "https://example.org/p"
                    """)
    @DisplayName("M10: a path leads through members and elements, names with signs in quotes")
    void leads(String path, String value) {
        assertThat(at(path).orElseThrow().toJson()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other",
                "Sub",
                "sub.x",
                "sub[0]",
                "emails[2]",
                "emails.value",
                "emails[1][2]",
                "picture[0]",
                "picture.data.other",
                "emails[999999]"
            })
    @DisplayName("M10: where there is nothing on the way, there is nothing at the end")
    void nothing(String path) {
        assertThat(at(path)).isEmpty();
    }

    @Test
    @DisplayName("null at the end is null, and null on the way is nothing: it says not what it could have held")
    void nulls() {
        assertThat(at("nothing")).contains(JsonNull.NULL);
        assertThat(at("nothing.more")).isEmpty();
        assertThat(at("nothing[0].more")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                    a.b[0].c;            a.b[0].c
                    ['a'].b;             a.b
                    a['b'];              a.b
                    a[007];              a[7]
                    ['a.b'];             ['a.b']
                    a['b c'];            a['b c']
                    ['it''s'];           ['it''s']
                    ['a|b'];             ['a|b']
                    ['a[0]'];            ['a[0]']
                    ['a"b'];             ['a"b']
                    ['http://x/y'].z;    http://x/y.z
                    ~  a  ~;             a
                    """)
    @DisplayName("prints in its shortest form, which is the same path")
    void printing(String text, String printed) {
        ClaimPath path = ClaimPath.of(text);

        assertThat(path).hasToString(printed).isEqualTo(ClaimPath.of(printed));
    }

    @ParameterizedTest
    @CsvSource({"a, a", "a.b, a", "a[0], a", "\"['a.b'].c\", a.b"})
    @DisplayName("M9: begins with a top-level claim")
    void root(String path, String root) {
        assertThat(ClaimPath.of(path.replace("\"", "")).root()).isEqualTo(root);
    }

    @Test
    @DisplayName("M10: candidate paths are separated by bars, with or without blanks, first choice first")
    void candidates() {
        assertThat(ClaimPath.listOf("picture.data.url | picture|['a|b']  |  c "))
                .extracting(ClaimPath::toString)
                .containsExactly("picture.data.url", "picture", "['a|b']", "c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
                    ~~;              has a blank name
                    ~ ~;             has a blank name
                    .;               has a blank name
                    .a;              has a blank name
                    a.;              has a blank name
                    a..b;            has a blank name
                    a. b;            has a blank name
                    a | ;            has a blank name
                    a || b;          has a blank name
                    | a;             has a blank name
                    '';              has a blank name
                    [''];            has a blank name
                    ['  '];          has a blank name
                    a b;             has an unexpected b
                    a .b;            has an unexpected .
                    a];              has an unexpected ]
                    a'b';            has an unexpected '
                    a"b";            has an unexpected "
                    a[0]b;           has an unexpected b
                    [0];             must begin with a claim's name
                    [a];             must begin with a claim's name
                    [;               must begin with a claim's name
                    a[;              has an index that is not a number of 1 to 6 digits
                    a[];             has an index that is not a number of 1 to 6 digits
                    a[x];            has an index that is not a number of 1 to 6 digits
                    a[-1];           has an index that is not a number of 1 to 6 digits
                    a[/];            has an index that is not a number of 1 to 6 digits
                    a[:];            has an index that is not a number of 1 to 6 digits
                    a[*];            has an index that is not a number of 1 to 6 digits
                    a[1000000];      has an index that is not a number of 1 to 6 digits
                    a[0;             has a bracket that is not closed
                    a[0 ];           has a bracket that is not closed
                    a['b';           has a bracket that is not closed
                    a['b'x];         has a bracket that is not closed
                    a['b;            has a quote that is not closed
                    a['b'';          has a quote that is not closed
                    ['a | b;         has a quote that is not closed
                    """)
    @DisplayName("M10: a wrong path is refused, naming it and the rule")
    void wrong(String path, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimPath.listOf(path))
                .withMessage("claim path \"" + path + "\" " + problem);
    }

    @Test
    @DisplayName("M10: a tab is no blank between paths")
    void tab() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimPath.listOf("a\t|b"))
                .withMessage("claim path \"a\t|b\" has an unexpected \t");
    }

    @Test
    @DisplayName("M10: where one path is needed, candidates are refused")
    void onePath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimPath.of("a | b"))
                .withMessage("claim path \"a | b\" must be one path, without |");
    }

    @Test
    @DisplayName("a NUL character in a path is part of a name, and not the path's end")
    void nul() {
        assertThat(ClaimPath.of("a\u0000b").root()).isEqualTo("a\u0000b");
    }

    @Test
    @DisplayName("is a value, by its text")
    void equality() {
        assertThat(ClaimPath.of("a.b")).isNotEqualTo(ClaimPath.of("['a.b']"));
        EqualsVerifier.forClass(ClaimPath.class).withOnlyTheseFields("text").verify();
    }
}
