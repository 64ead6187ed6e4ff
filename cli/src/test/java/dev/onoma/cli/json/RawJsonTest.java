package dev.onoma.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("JSON cut apart as it was written")
class RawJsonTest {
    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('"', '\'');
    }

    private static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        RawJson.documents(bytes(text)).forEach(document -> documents.add(text(document)));
        return documents;
    }

    private static Map<String, String> members(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        RawJson.members(bytes(text)).orElseThrow().forEach((name, value) -> members.put(name, text(value)));
        return members;
    }

    @Test
    @DisplayName("members keep their order and every byte of their values")
    void members() {
        assertThat(members(" { 'z' : 1.50e+01 ,\n'ž':{ 'a':[1, 2] }, 'a':'\\u0041😀', 'n':null,'t':true } ")
                        .entrySet())
                .extracting(Object::toString)
                .containsExactly("z=1.50e+01", "ž={ 'a':[1, 2] }", "a='\\u0041😀'", "n=null", "t=true");
    }

    @Test
    @DisplayName("names are read, escapes and all")
    void names() {
        assertThat(members("{'\\u0061t':1}")).containsExactly(Map.entry("at", "1"));
    }

    @Test
    @DisplayName("an empty object has no members, which is not the same as no object")
    void noMembers() {
        assertThat(RawJson.members(bytes("{}")))
                .hasValueSatisfying(members -> assertThat(members).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "5",
                "'x'",
                "null",
                "nope",
                "{",
                "{'a'",
                "{'a':",
                "{'a':1",
                "{'a':1,}",
                "{'a':1}}",
                "{'a':1} {}",
                "{'a':1}x",
                "{'a':1,'a':1}",
                "{'a':1,'\\u0061':1}",
                "{'a':[1}",
                "{a:1}",
                "{'a':NaN}",
                "\uFEFF{'a':1}"
            })
    @DisplayName("what is no single object, each name once, has no members")
    void noObject(String text) {
        assertThat(RawJson.members(bytes(text))).isEmpty();
    }

    @Test
    @DisplayName("a name twice further down is the library's to judge")
    void nestedDuplicate() {
        assertThat(members("{'a':{'b':1,'b':2}}")).containsEntry("a", "{'b':1,'b':2}");
    }

    @Test
    @DisplayName("neither depth nor length nor digits are judged here")
    void noLimits() {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);
        String digits = "9".repeat(50_000);

        assertThat(members("{'deep':" + deep + ",'digits':" + digits + "}"))
                .containsEntry("deep", deep)
                .containsEntry("digits", digits);
    }

    @Test
    @DisplayName("documents follow each other with any white space between them, or none")
    void documents() {
        assertThat(documents("{'a':1}{'a':2} {'a':3}\n\r\n\t[4]'5' true\n6"))
                .containsExactly("{'a':1}", "{'a':2}", "{'a':3}", "[4]", "'5'", "true", "6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t \n"})
    @DisplayName("in nothing but white space there is no document")
    void noDocument(String text) {
        assertThat(documents(text)).isEmpty();
    }

    @Test
    @DisplayName("a document's bytes are what was written, inner white space included")
    void everyByte() {
        assertThat(documents(" {\n 'ž' : 1.50 }\n")).containsExactly("{\n 'ž' : 1.50 }");
    }

    @Test
    @DisplayName("what is no JSON is one document, up to the next line that begins with a brace")
    void broken() {
        assertThat(documents("{'a':1}\n{'a':\n 2\n{'a':3} x\n y {\n{'a':4}"))
                .containsExactly("{'a':1}", "{'a':\n 2\n", "{'a':3}", "x\n y {\n", "{'a':4}");
    }

    @Test
    @DisplayName("a broken last document takes the rest")
    void brokenLast() {
        assertThat(documents("{'a':1} {'a' {'b':1}\n {'c':1}")).containsExactly("{'a':1}", "{'a' {'b':1}\n {'c':1}");
    }

    @Test
    @DisplayName("a byte that is no UTF-8 breaks its own document only")
    void notUtf8() {
        byte[] text = "{\"a\":\"\u00e9\"}\n{\"a\":2}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(RawJson.documents(text)).hasSize(2).last().isEqualTo("{\"a\":2}".getBytes(StandardCharsets.UTF_8));
    }
}
