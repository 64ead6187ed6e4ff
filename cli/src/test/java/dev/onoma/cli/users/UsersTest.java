package dev.onoma.cli.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands about users, from outside; ' stands for " in files and arguments that are JSON. */
abstract class UsersTest {
    private static final String ADA = "database|main|1";

    @TempDir
    Path folder;

    private String store = "";

    abstract String newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private Shown users(String... arguments) {
        List<String> all = new ArrayList<>(List.of("users"));
        for (String argument : arguments) {
            all.add(argument.replace('\'', '"'));
        }
        all.addAll(List.of("--store", store));
        return Shell.onoma(all.toArray(new String[0])).run();
    }

    private Path file(String... lines) {
        try {
            Path file = Files.createTempFile(folder, "users", ".jsonl");
            return Files.writeString(file, String.join("\n", lines).replace('\'', '"'));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private void imported(String... lines) {
        assertThat(users("import", file(lines).toString(), "--connection", "main")
                        .err())
                .isEmpty();
    }

    @Nested
    @DisplayName("find")
    class Find {
        @BeforeEach
        void three() {
            imported(
                    "{'user_id':'1','email':'ada@example.org','name':'Ada'}",
                    "{'user_id':'2','email':'bob@example.org','name':'Bob'}",
                    "{'user_id':'3','email':'eve@example.org','name':'Eve'}");
        }

        @Test
        @DisplayName("prints the users that a query matches, one a line, in the order asked for")
        void query() {
            Shown shown = users("find", "email:ada@example.org OR name:eve", "--sort", "name:-1");

            assertThat(shown.status()).isZero();
            assertThat(shown.err()).isEmpty();
            assertThat(shown.at(1, "name")).isEqualTo("'Eve'");
            assertThat(shown.at(2, "user_id")).isEqualTo("'" + ADA + "'");
            assertThat(shown.last()).isEqualTo(2);
        }

        @Test
        @DisplayName("takes a query that begins with a minus for what it is, and an unknown option too")
        void minus() {
            assertThat(users("find", "-name:eve", "--sort", "name:-1").at(1, "name"))
                    .isEqualTo("'Bob'");
            assertThat(users("find", "--shoes"))
                    .isEqualTo(new Shown(2, "", "onoma: Unknown option: '--shoes' (see onoma users find --help)\n"));
            assertThat(users("find", "--limt", "5").status()).isEqualTo(2);
        }

        @Test
        @DisplayName("prints everybody, page by page, and the next cursor on standard error")
        void pages() {
            Shown first = users("find", "--limit", "2", "--sort", "name:-1");
            Shown second = users("find", "--limit", "2", "--cursor", first.err().strip());

            assertThat(first.lines()).hasSize(2);
            assertThat(first.err()).matches("\\S+\n");
            assertThat(second.at(1, "name")).isEqualTo("'Ada'");
            assertThat(second.err()).isEmpty();
        }

        @Test
        @DisplayName("prints a table for reading")
        void pretty() {
            assertThat(users("find", "name:ada", "--pretty").lines())
                    .satisfiesExactly(
                            header -> assertThat(header).contains("user_id", "email", "last login"),
                            row -> assertThat(row).contains(ADA, "Ada", "ada@example.org", "main"));
        }

        @Test
        @DisplayName("says what is wrong with a query, a sort order, a cursor or a limit, and where")
        void wrong() {
            assertThat(users("find", "name:").err()).startsWith("onoma: query, position 6: expected ");
            assertThat(users("find", "--sort", "shoes:1").err()).startsWith("onoma: sort, position 1: expected one of");
            assertThat(users("find", "--cursor", "x").err()).startsWith("onoma: cursor, position 1: expected ");
            assertThat(users("find", "--limit", "0").err()).isEqualTo("onoma: --limit must be 1 to 1000\n");
            assertThat(users("find", "name:").status()).isEqualTo(2);
        }
    }

    @Nested
    @DisplayName("one user")
    class One {
        @BeforeEach
        void ada() {
            imported("{'user_id':'1','email':'ada@example.org','given_name':'Ada','user_metadata':{'a':1,'b':2}}");
        }

        @Test
        @DisplayName("is shown whole")
        void show() {
            Shown shown = users("show", ADA);

            assertThat(shown.at(1, "user_id")).isEqualTo("'" + ADA + "'");
            assertThat(shown.at(1, "owners/email")).isEqualTo("'import'");
            assertThat(shown.at(1, "identities/0/connection")).isEqualTo("'main'");
            assertThat(users("show", ADA, "--pretty").out())
                    .startsWith(ADA + "\n")
                    .contains("given_name", "import");
        }

        @Test
        @DisplayName("is edited as the edit operation does, flags and metadata included")
        void edit() {
            Shown shown = users(
                    "edit",
                    ADA,
                    "--set",
                    "name=Countess = Ada",
                    "--set",
                    "email_verified=true",
                    "--set",
                    "given_name=",
                    "--user-metadata",
                    "{'a':null,'c':3}",
                    "--app-metadata",
                    "{'plan':'gold'}");

            assertThat(shown.status()).isZero();
            assertThat(shown.at(1, "outcome")).isEqualTo("'updated'");
            assertThat(shown.at(1, "user/name")).isEqualTo("'Countess = Ada'");
            assertThat(shown.at(1, "user/owners/name")).isEqualTo("'admin'");
            assertThat(shown.at(1, "user/email_verified")).isEqualTo("true");
            assertThat(shown.at(1, "user/given_name")).isEqualTo("absent");
            assertThat(shown.at(1, "user/user_metadata")).isEqualTo("{'b':2,'c':3}");
            assertThat(shown.at(1, "user/app_metadata")).isEqualTo("{'plan':'gold'}");
            assertThat(users("edit", ADA, "--user-metadata", "{'b':2}").at(1, "outcome"))
                    .isEqualTo("'unchanged'");
            assertThat(users("edit", ADA, "--set", "username=ADA").at(1, "user/username"))
                    .isEqualTo("'ada'");
        }

        @ParameterizedTest(name = "{0} {1}: {2}")
        @CsvSource(delimiter = '~', textBlock = """
            --set=name=A ~ --app-metadata={'a':1} ~ forbidden_metadata: a user cannot write app_metadata
            --set=email_verified=true ~ --set=name=A ~ attribute_not_editable: email_verified is not a user's to write; an administrator's edit, or a confirmation of the address, is
            --set=shoes=9 ~ --set=name=A ~ invalid_attribute: there is no root attribute of that name
            --set=picture=x ~ --set=name=A ~ invalid_attribute: picture must be an absolute http or https URL of at most 2048 bytes
            """)
        @DisplayName("is edited by the user as far as users may; what is refused is said as run says it")
        void refused(String first, String second, String error) {
            Shown shown = users("edit", ADA, "--by", "user", first, second);

            assertThat(shown.status()).isEqualTo(1);
            assertThat(shown.at(1, "outcome")).isEqualTo("'refused'");
            assertThat(shown.error(1)).isEqualTo(error);
            assertThat(users("show", ADA).at(1, "name")).isEqualTo("'Ada'");
        }

        @ParameterizedTest(name = "{0} {1}: {2}")
        @CsvSource(delimiter = '~', textBlock = """
            --by ~ root ~ --by must be admin or user
            --by ~ admin ~ edit needs --set, --user-metadata or --app-metadata
            --set ~ name ~ --set must be an attribute, = and its value, such as name=Ana
            --user-metadata ~ {'a' ~ --user-metadata: the document is not JSON (line 1, column 5)
            """)
        @DisplayName("is not edited by a wrong call")
        void wrongEdit(String option, String value, String problem) {
            Shown shown = users("edit", ADA, option, value);

            assertThat(shown.err()).isEqualTo("onoma: " + problem + "\n");
            assertThat(shown.status()).isEqualTo(2);
        }

        @Test
        @DisplayName("is blocked, unblocked and deleted; what happened is its history, the newest first")
        void lifecycle() {
            assertThat(users("block", ADA).at(1, "user/blocked")).isEqualTo("true");
            assertThat(users("unblock", ADA).at(1, "outcome")).isEqualTo("'unblocked'");
            Shown history = users("history", ADA);
            assertThat(history.at(1, "type")).isEqualTo("'unblock'");
            assertThat(history.at(1, "code")).isEqualTo("'ublkdu'");
            assertThat(history.at(2, "type")).isEqualTo("'block'");
            assertThat(history.at(2, "detail")).isEqualTo("'admin'");
            assertThat(users("history", ADA, "--pretty").out()).contains("type", "unblock");

            users("block", ADA);
            assertThat(users("delete", ADA).lines())
                    .containsExactly("{\"outcome\":\"deleted\",\"user_id\":\"" + ADA + "\"}");
            assertThat(users("show", ADA).error(1)).isEqualTo("user_not_found: no user has that id");
            assertThat(users("unblock", ADA).lines())
                    .containsExactly("{\"outcome\":\"unblocked\",\"user_id\":\"" + ADA + "\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"show", "history", "block", "unblock", "delete"})
        @DisplayName("that nobody is, is refused")
        void nobody(String command) {
            Shown shown = users(command, "nobody|1");

            assertThat(shown.error(1)).isEqualTo("user_not_found: no user has that id");
            assertThat(shown.status()).isEqualTo(1);
            assertThat(users(command, "nobody|1", "--pretty").out())
                    .isEqualTo("refused: user_not_found: no user has that id\n");
        }
    }

    @Nested
    @DisplayName("import")
    class Import {
        @Test
        @DisplayName("prints the totals last, and one line for each row that fails into the errors file")
        void totals() throws IOException {
            Path errors = folder.resolve("errors");
            Files.writeString(errors, "what an earlier import has left\n".repeat(9));
            String[] arguments = {
                "import",
                file("{'user_id':'1','username':'ada'}", "{}", "", "{'user_id':'1','username':'b'}")
                        .toString(),
                "--connection",
                "main",
                "--errors",
                errors.toString()
            };

            Shown shown = users(arguments);

            assertThat(shown.out()).isEqualTo("{\"total\":3,\"inserted\":1,\"updated\":0,\"failed\":2}\n");
            assertThat(shown.err()).isEmpty();
            assertThat(shown.status()).isEqualTo(1);
            assertThat(Files.readString(errors).replace('"', '\''))
                    .isEqualTo("{'line':2,'code':'missing_identifier','message':'a row must have an email, username or"
                            + " phone_number'}\n"
                            + "{'line':4,'code':'duplicated_user','message':'a user with that user_id is known'}\n");
        }

        @Test
        @DisplayName("updates known users where it is asked to, and of an array, too")
        void upsert() {
            imported("{'user_id':'1','username':'ada'}");
            String rows = file("[{'username':'ada','name':'Ada'},", "{'username':'bob'}]")
                    .toString();

            Shown shown = users("import", rows, "--connection", "main", "--upsert");

            assertThat(shown.out()).isEqualTo("{\"total\":2,\"inserted\":1,\"updated\":1,\"failed\":0}\n");
            assertThat(shown.status()).isZero();
            assertThat(users("show", ADA).at(1, "name")).isEqualTo("'Ada'");
            assertThat(users("import", rows, "--connection", "main", "--pretty").lines())
                    .first()
                    .asString()
                    .contains("total", "failed");
        }

        @Test
        @DisplayName("does not begin with what it cannot read, or where it would destroy it")
        void wrong() {
            String rows = file("[{'username':'ada'}", "{'username':'bob'}]").toString();

            assertThat(users("import", rows, "--connection", "main").err())
                    .isEqualTo("onoma: " + rows + ": the document has text after its end (line 2, column 1)\n");
            assertThat(users("import", rows, "--connection", "ma in").err())
                    .startsWith("onoma: connection name must be 1 to 128 characters");
            assertThat(users("import", "nowhere", "--connection", "main").err())
                    .isEqualTo("onoma: cannot read the file nowhere: there is none\n");
            assertThat(users("import", folder.toString(), "--connection", "main")
                            .err())
                    .endsWith("it is no regular file\n");
            assertThat(users("import", rows, "--connection", "main", "--errors", rows)
                            .err())
                    .isEqualTo("onoma: --errors must not be the file that is imported\n");
            assertThat(users("import", rows, "--connection", "main", "--errors", folder.toString())
                            .err())
                    .isEqualTo("onoma: cannot write the file of --errors\n");
            assertThat(users("find").out()).isEmpty();
        }
    }

    @Nested
    @DisplayName("export")
    class Export {
        @BeforeEach
        void two() {
            imported(
                    "{'user_id':'1','email':'ada@example.org','name':'=Ada','user_metadata':{'x':1}}",
                    "{'user_id':'2','email':'bob@example.org'}");
        }

        @Test
        @DisplayName("prints all users as find does")
        void jsonLines() {
            assertThat(users("export").out()).isEqualTo(users("find").out());
        }

        @Test
        @DisplayName("writes comma-separated values that no spreadsheet runs, into a file that is whole or not there")
        void csv() throws IOException {
            Path file = folder.resolve("out.csv");

            Shown shown = users(
                    "export", "--format", "csv", "--fields", "user_id,name,user_metadata.x", "-o", file.toString());

            assertThat(shown.out()).isEmpty();
            assertThat(shown.status()).isZero();
            assertThat(Files.readString(file))
                    .isEqualTo(String.join(
                            "\r\n",
                            "user_id,name,user_metadata.x",
                            "database|main|1,'=Ada,1",
                            "database|main|2,bob@example.org,",
                            ""));
            assertThat(folder.resolve("out.csv.part")).doesNotExist();
        }

        @Test
        @DisplayName("says what is wrong with a call")
        void wrong() {
            assertThat(users("export", "--format", "xml").err()).isEqualTo("onoma: --format must be ndjson or csv\n");
            assertThat(users("export", "--fields", "shoes").err())
                    .isEqualTo("onoma: --fields: users have no field \"shoes\"\n");
            assertThat(users("export", "--fields", "").err())
                    .isEqualTo("onoma: --fields must be names of fields, with commas between them\n");
            assertThat(users("export", "--fields", "name,,email").err())
                    .isEqualTo("onoma: --fields must be names of fields, with commas between them\n");
            assertThat(users("export", "-o", folder.resolve("no/where").toString())
                            .err())
                    .endsWith("no/where: there is no such directory\n");
        }

        @Test
        @DisplayName("says why a file cannot be written")
        void full() {
            Path full = Path.of("/dev/full");
            assumeThat(full).exists();

            assertThat(users("export", "-o", full.toString()).err())
                    .isEqualTo("onoma: cannot write the file /dev/full: No space left on device\n");
        }

        @Test
        @DisplayName("prints tables for reading, which are of no format and in no file")
        void tables() {
            assertThat(users("export", "--pretty").out())
                    .isEqualTo(users("find", "--pretty").out());
            assertThat(users("export", "--pretty", "--format", "csv"))
                    .isEqualTo(new Shown(
                            2, "", "onoma: --pretty prints tables, and takes neither --format nor --fields nor -o\n"));
        }
    }

    @Test
    @DisplayName("a scenario plays against the store, and its users stay")
    void scenario() {
        String lines = """
                {'connection':{'name':'google-oauth2','provider':'google'}}
                {'at':'2026-01-01T00:00:00Z','login':{'connection':'google-oauth2','claims':{'sub':'1','name':'Ana'}}}
                """;

        Shown first = Shell.onoma("run", "--store", store).in(lines);
        Shown again = Shell.onoma("run", "--store", store).in(lines);

        assertThat(first.outcomes()).containsExactly("configured", "created");
        assertThat(again.outcomes()).containsExactly("configured", "unchanged");
        assertThat(users("show", "google-oauth2|1").at(1, "logins_count")).isEqualTo("2");
    }

    @Test
    @DisplayName("the history of a user is all that the store still has, however long ago it was")
    void oldHistory() {
        String lines = """
                {'connection':{'name':'google-oauth2','provider':'google'}}
                {'login':{'at':'2001-01-01','connection':'google-oauth2','claims':{'sub':'1'}}}
                {'login':{'at':'2002-01-01','connection':'google-oauth2','claims':{'sub':'1'}}}
                """;

        Shell.onoma("run", "--store", store).in(lines);
        Shown history = users("history", "google-oauth2|1");

        assertThat(history.at(1, "at")).isEqualTo("'2002-01-01T00:00:00Z'");
        assertThat(history.at(2, "at")).isEqualTo("'2001-01-01T00:00:00Z'");
    }
}
