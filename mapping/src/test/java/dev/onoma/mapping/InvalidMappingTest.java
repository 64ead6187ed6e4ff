package dev.onoma.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A wrong mapping file")
class InvalidMappingTest {
    private static final String HEAD = "provider: acme\nsubject: id\n";

    private static List<String> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(byte[] text) {
        InvalidMappingException wrong =
                catchThrowableOfType(InvalidMappingException.class, () -> MappingFile.parse(text));
        assertThat(wrong).as("the refusal").isNotNull();
        assertThat(wrong.code()).isEqualTo("invalid_mapping");
        return wrong.problems().stream().map(MappingProblem::toString).toList();
    }

    @Test
    @DisplayName("is told all that is wrong with it, in the order of its lines")
    void all() {
        assertThat(problems("""
                provider: Acme!
                socail: true
                subject: email
                attributes:
                  nmae: display
                  name: a..b
                  app_metadata: meta
                deny: locale
                email_trust: sometimes
                """))
                .containsExactly(
                        "line 1, column 11: provider name must be 1 to 30 of a-z 0-9 _ -",
                        "line 2, column 1: there is no \"socail\": did you mean \"social\"?",
                        "line 3, column 10: \"email\" is no subject: an address or a name may change,"
                                + " and become somebody else's",
                        "line 5, column 3: there is no attribute \"nmae\": did you mean \"name\"?",
                        "line 6, column 9: claim path \"a..b\" has a blank name",
                        "line 7, column 3: \"app_metadata\" is reserved, no claim can be mapped to it",
                        "line 8, column 7: \"deny\" must be a list of texts",
                        "line 9, column 14: \"email_trust\" must be from_claim, always, never,"
                                + " or domains: [example.com]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u", "\\U", "\\x", "\\u12", "\\UFFFFFFFF\"", "\\q\""})
    @DisplayName("may end in the middle of an escape, or have one that stands for nothing")
    void escapes(String escape) {
        assertThat(problems("{\"  ]e" + escape))
                .singleElement()
                .asString()
                .matches("line 1, column \\d+: not YAML: .*");
    }

    @Test
    @DisplayName("has one message with all of it")
    void message() {
        InvalidMappingException wrong = catchThrowableOfType(
                InvalidMappingException.class,
                () -> MappingFile.parse("provider: acme\nfoo: 1".getBytes(StandardCharsets.UTF_8)));

        assertThat(wrong)
                .hasMessage("line 1, column 1: \"subject\" is missing: where the account's stable id is;"
                        + " line 2, column 1: there is no \"foo\": known are provider, social, openid_connect, subject,"
                        + " attributes, id_space, deny, email_trust");
    }

    @Test
    @DisplayName("with a great many faults has a message of twenty, and names long names shortly")
    void many() {
        String lines =
                IntStream.range(0, 5_000).mapToObj(i -> "x%04d:%n".formatted(i)).collect(Collectors.joining());

        InvalidMappingException wrong = catchThrowableOfType(
                InvalidMappingException.class,
                () -> MappingFile.parse((HEAD + lines).getBytes(StandardCharsets.UTF_8)));

        assertThat(wrong.problems()).hasSize(5_000);
        assertThat(wrong).hasMessageEndingWith("email_trust; and 4980 more");
        assertThat(problems(HEAD + "x".repeat(900) + ": 1\n"))
                .first()
                .asString()
                .startsWith("line 3, column 1: there is no \"" + "x".repeat(64) + "…\": known are ");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
        name;                  did you mean "provider"?
        Provider;              did you mean "provider"?
        openid-connect;        did you mean "openid_connect"?
        oidc;                  did you mean "openid_connect"?
        issuer;                did you mean "id_space"?
        claims;                did you mean "attributes"?
        secret;                known are provider, social, openid_connect, subject, attributes, id_space, deny, email_trust
        """)
    @DisplayName("with an unknown name is told which one may be meant")
    void suggestions(String name, String meant) {
        assertThat(problems(HEAD + name + ": x\n"))
                .containsExactly("line 3, column 1: there is no \"" + name + "\": " + meant);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "first_name, given_name",
        "avatar_url, picture",
        "mail, email",
        "phone, phone_number",
        "phone_number_verified, phone_verified",
        "e_mail, email",
        "givenname, given_name"
    })
    @DisplayName("with an unknown attribute is told which one may be meant")
    void attributeSuggestions(String name, String meant) {
        assertThat(problems(HEAD + "attributes:\n  " + name + ": x\n"))
                .containsExactly(
                        "line 4, column 3: there is no attribute \"" + name + "\": did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id",
                "sub",
                "subject",
                "username",
                "identities",
                "app_metadata",
                "user_metadata",
                "blocked",
                "roles",
                "permissions",
                "logins_count",
                "__proto__",
                "constructor"
            })
    @DisplayName("M7: maps no claim to a field of our own")
    void reserved(String name) {
        assertThat(problems(HEAD + "attributes:\n  " + name + ": x\n"))
                .containsExactly("line 4, column 3: \"" + name + "\" is reserved, no claim can be mapped to it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "mail",
                "upn",
                "userPrincipalName",
                "preferred_username",
                "user.login",
                "a.name",
                "phone"
            })
    @DisplayName("M1: takes no address, name or user name for the subject, also not as a second choice")
    void unstableSubject(String path) {
        assertThat(problems("provider: acme\nsubject: id | " + path + "\n"))
                .containsExactly("line 2, column 10: \"" + path + "\" is no subject: an address or a name may change,"
                        + " and become somebody else's");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        subject: 12;                      line 2, column 10: "subject" must be text (a number, true, false or null stands in quotes)
        subject: true;                    line 2, column 10: "subject" must be text (a number, true, false or null stands in quotes)
        subject: ~;                       line 2, column 10: "subject" must be text (a number, true, false or null stands in quotes)
        subject:;                         line 2, column 9: "subject" must be text (a number, true, false or null stands in quotes)
        subject: " ";                     line 2, column 10: "subject" must be text (a number, true, false or null stands in quotes)
        subject: {a: b};                  line 2, column 10: "subject" must be text (a number, true, false or null stands in quotes)
        subject: [];                      line 2, column 10: "subject" names no path
        subject: [5];                     line 2, column 11: "subject" must be text (a number, true, false or null stands in quotes)
        subject: [id, 5];                 line 2, column 15: "subject" must be text (a number, true, false or null stands in quotes)
        """)
    @DisplayName("with another type than text is told where")
    void types(String line, String problem) {
        assertThat(problems("provider: acme\n" + line + "\n")).containsExactly(problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        social: yes;                      line 3, column 9: "social" must be true or false
        social: "true";                   line 3, column 9: "social" must be true or false
        openid_connect: 1;                line 3, column 17: "openid_connect" must be true or false
        attributes: [name];               line 3, column 13: "attributes" must hold names with values
        deny: [a, " "];                   line 3, column 11: "deny" must be text (a number, true, false or null stands in quotes)
        email_trust: {domains: []};       line 3, column 14: e-mail trust needs domains such as example.com
        email_trust: {domains: ["a@b"]};  line 3, column 14: e-mail trust needs domains such as example.com
        email_trust: {domain: [a.b]};     line 3, column 14: "email_trust" must be from_claim, always, never, or domains: [example.com]
        attributes: {email_verified: x};  line 3, column 14: a flag needs its address: "email" is missing
        attributes: {phone_verified: x};  line 3, column 14: a flag needs its address: "phone_number" is missing
        """)
    @DisplayName("with a value that its name cannot have is told where")
    void values(String line, String problem) {
        assertThat(problems(HEAD + line + "\n")).containsExactly(problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        `- provider`;     line 1, column 1: a mapping file must hold names with values
        `text`;           line 1, column 1: a mapping file must hold names with values
        """)
    @DisplayName("that is no table of names is told so first")
    void noTable(String text, String problem) {
        assertThat(problems(text)).first().isEqualTo(problem);
    }

    @Test
    @DisplayName("with a name twice is refused, in YAML and in JSON")
    void duplicates() {
        assertThat(problems("provider: acme\nsubject: id\nprovider: other\n"))
                .containsExactly("line 3, column 1: \"provider\" is there already, on line 1");
        assertThat(problems("{\"provider\":\"acme\",\n \"attributes\":{\"name\":\"a\",\n  \"n\\u0061me\":\"b\"}}"))
                .containsExactly("line 3, column 3: \"name\" is there already, on line 2");
    }

    @Test
    @DisplayName("that is no YAML is told the place where reading ended")
    void syntax() {
        assertThat(problems("provider: acme\nsubject: [id\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("line 3, column 1: not YAML: ");
        assertThat(problems("provider: acme\n\tsubject: id\n"))
                .first()
                .asString()
                .startsWith("line 2, column 1: not YAML");
        assertThat(problems("provider: acme\nsubject: \"a\u0007\"\n"))
                .containsExactly("line 2, column 12: not YAML: a character that it does not allow");
        assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xC3, '('}))
                .containsExactly("line 1, column 1: not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing\n"})
    @DisplayName("that holds nothing is refused")
    void empty(String text) {
        assertThat(problems(text)).containsExactly("line 1, column 1: the file is empty");
    }

    @Test
    @DisplayName("of two documents is refused")
    void documents() {
        assertThat(problems(HEAD + "---\n" + HEAD)).containsExactly("line 3, column 1: a mapping file is one document");
    }

    @Test
    @DisplayName("that would grow by its aliases is refused at the first one")
    void aliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(problems(bomb.toString()))
                .containsExactly("line 1, column 5: anchors and aliases are not read in a mapping file");
        assertThat(problems("provider: acme\n<<: *other\n"))
                .containsExactly("line 2, column 5: anchors and aliases are not read in a mapping file");
    }

    @Test
    @DisplayName("that asks for a type by a tag is refused")
    void tags() {
        assertThat(problems("provider: !!java.net.URL [\"http://127.0.0.1/\"]\n"))
                .containsExactly("line 1, column 11: tags are not read in a mapping file");
        assertThat(problems("provider: !!str acme\n"))
                .containsExactly("line 1, column 11: tags are not read in a mapping file");
    }

    @Test
    @DisplayName("that is nested deeply is refused early, in lists, in objects and in names")
    void nesting() {
        assertThat(problems("[".repeat(60_000))).containsExactly("line 1, column 9: nested more than 8 levels deep");
        assertThat(problems("{a: ".repeat(16_000)))
                .containsExactly("line 1, column 30: nested more than 8 levels deep");
        assertThat(problems("? ".repeat(30_000))).hasSize(1);
        assertThat(problems("- ".repeat(30_000))).hasSize(1);
        assertThat(problems("[a]: b\n")).containsExactly("line 1, column 1: a name must be text");
    }

    @Test
    @DisplayName("that is over 64 KiB is refused, also from a file that never ends")
    void size(@TempDir Path folder) throws IOException {
        String long64 = HEAD + "#".repeat(MappingFile.MOST_BYTES - HEAD.length());
        Path file = Files.writeString(folder.resolve("long.yaml"), long64 + "#".repeat(1_000_000));

        assertThat(MappingFile.parse(long64.getBytes(StandardCharsets.UTF_8))
                        .provider()
                        .name())
                .isEqualTo("acme");
        assertThat(problems(long64 + "#"))
                .containsExactly("line 1, column 1: a mapping file is at most 65536 bytes long");
        assertThat(catchThrowableOfType(InvalidMappingException.class, () -> MappingFile.read(file)))
                .hasMessage("line 1, column 1: a mapping file is at most 65536 bytes long");
    }
}
