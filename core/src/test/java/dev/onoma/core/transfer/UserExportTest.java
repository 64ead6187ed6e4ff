package dev.onoma.core.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.onoma.core.user.User;
import dev.onoma.core.user.UserJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An export")
class UserExportTest {
    private final Importing world = new Importing();

    private UserExport export() {
        return UserExport.of(world.users);
    }

    private interface Writing {
        long to(ByteArrayOutputStream out) throws IOException;
    }

    private static String text(Writing writing) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(out);
            return out.toString(UTF_8);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String csv(String... fields) {
        return text(out -> export().fields(List.of(fields)).writeCsv(out));
    }

    @Test
    @DisplayName("as JSON lines is every user whole, in the order of ids, whatever the number of pages")
    void jsonLines() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            rows.add("{'user_id':'" + (9_000 - i) + "','username':'u" + i + "'}");
        }
        world.imported(rows.toArray(new String[0]));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(export().writeJsonLines(out)).isEqualTo(1_203);

        List<String> lines = out.toString(UTF_8).lines().toList();
        List<User> first = world.users.list(Optional.empty(), 1_000);
        List<User> rest = world.users.list(Optional.of(first.get(999).id()), 1_000);
        assertThat(lines)
                .isEqualTo(Stream.concat(first.stream(), rest.stream())
                        .map(user -> UserJson.write(user).toJson())
                        .toList());
    }

    @Test
    @DisplayName("as JSON lines with fields has those that are there, under their paths, objects included in metadata")
    void someFields() {
        world.imported("{'user_id':'1','username':'a','user_metadata':{'x':{'y':1}}}");

        assertThat(text(out -> export().fields(
                                List.of("username", "email", "identities[0].connection", "user_metadata.x"))
                        .writeJsonLines(out)))
                .isEqualTo(
                        "{\"username\":\"a\",\"identities[0].connection\":\"main\",\"user_metadata.x\":{\"y\":1}}\n");
    }

    @Test
    @DisplayName("as CSV has a header, CRLF, quotes where they are needed, and nothing for what is absent or null")
    void csv() {
        world.imported(
                "{'user_id':'1','username':'a','name':'Ada, \\'Countess\\'','user_metadata':{'x':[1,null]}}",
                "{'user_id':'2','username':'b','name':'two\\nlines','blocked':true}");

        assertThat(csv("user_id", "name", "email", "blocked", "user_metadata.x", "user_metadata.x[1]"))
                .isEqualTo("user_id,name,email,blocked,user_metadata.x,user_metadata.x[1]\r\n"
                        + "database|main|1,\"Ada, \"\"Countess\"\"\",,false,\"[1,null]\",\r\n"
                        + "database|main|2,\"two\nlines\",,true,,\r\n");
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                arguments("'=1+1'", "'=1+1"),
                arguments("'+385'", "'+385"),
                arguments("'-1'", "'-1"),
                arguments("'@x'", "'@x"),
                arguments("'\\tx'", "'\tx"),
                arguments("'\\rx'", "\"'\rx\""),
                arguments("'=\\'x'", "\"'=\"\"x\""),
                arguments("'a=1'", "a=1"),
                arguments("''", ""),
                arguments("-1", "-1"),
                arguments("true", "true"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    @DisplayName("as CSV never is a formula")
    void formulas(String value, String cell) {
        world.imported("{'user_id':'1','username':'a','user_metadata':{'x':" + value + "}}");

        assertThat(csv("user_metadata.x")).isEqualTo("user_metadata.x\r\n" + cell + "\r\n");
    }

    @Test
    @DisplayName("as CSV of nothing in particular has what fits a table of everybody")
    void allColumns() {
        world.imported("{'user_id':'1','phone_number':'+385911234567','user_metadata':{'x':1}}");

        assertThat(text(export()::writeCsv))
                .isEqualTo("user_id,name,given_name,family_name,nickname,picture,email,email_verified,username,"
                        + "phone_number,phone_verified,identities[0].connection,identities[0].provider,blocked,"
                        + "created_at,updated_at,last_login,last_ip,logins_count\r\n"
                        + "database|main|1,'+385911234567,,,1,,,,,'+385911234567,false,main,database,false,"
                        + "2026-03-01T12:00:00Z,2026-03-01T12:00:00Z,,,0\r\n");
    }

    @Test
    @DisplayName("of nobody is empty, or a header")
    void nobody() {
        assertThat(text(export()::writeJsonLines)).isEmpty();
        assertThat(csv("user_id")).isEqualTo("user_id\r\n");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '~', textBlock = """
        emial ~ users have no field "emial"
        user_metadata ~ "user_metadata" is a whole object: name a field of it, such as user_metadata.plan
        identities ~ "identities" is a whole object: name a field of it, such as user_metadata.plan
        identities[1] ~ "identities[1]" is a whole object: name a field of it, such as user_metadata.plan
        identities[0].profileData ~ "identities[0].profileData" is a whole object: name a field of it, such as user_metadata.plan
        """)
    @DisplayName("has the fields that users have, and no whole objects")
    void wrongFields(String field, String message) {
        assertThatThrownBy(() -> export().fields(List.of(field)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    @DisplayName("must have a field")
    void noField() {
        assertThatThrownBy(() -> export().fields(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an export must have a field");
    }
}
