package dev.onoma.cli.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.cli.Shell;
import dev.onoma.cli.Shown;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.history.Origin;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.login.LoginProcessor;
import dev.onoma.core.login.LoginResult;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.account.Accounts;
import dev.onoma.providers.database.account.PasswordLogin;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.password.Password;
import dev.onoma.store.jdbc.ConnectionPool;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that give users passwords, from outside, and the application that they log in to on the same store. */
abstract class AccountsTest {
    private static final String SECRET = "correct horse battery";
    private static final String OTHER_SECRET = "staple the pony instead";
    private static final String ADDRESS = "ada@example.org";
    private static final String ADA = "database|main|1";

    @TempDir
    Path folder;

    private String store = "";

    abstract String newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    private Shell call(String... arguments) {
        List<String> all = new ArrayList<>(List.of("users"));
        for (String argument : arguments) {
            all.add(Shell.json(argument));
        }
        all.addAll(List.of("--store", store));
        return Shell.onoma(all.toArray(new String[0]));
    }

    private Shown users(String... arguments) {
        return call(arguments).run();
    }

    private Shell signup(String... more) {
        List<String> all = new ArrayList<>(List.of("signup", "--connection", "main", "--email", ADDRESS));
        all.addAll(List.of(more));
        return call(all.toArray(new String[0]));
    }

    private static String userId(Shown signedUp) {
        JsonObject user = (JsonObject) signedUp.json(1).get("user").orElseThrow();
        return ((JsonString) user.get("user_id").orElseThrow()).value();
    }

    private Shown imported(Path errors, String... lines) throws IOException {
        Path file = Files.createTempFile(folder, "users", ".jsonl");
        Files.writeString(file, Shell.json(String.join("\n", lines)));
        return users("import", file.toString(), "--connection", "main", "--errors", errors.toString());
    }

    /** What the application answers to a login, by another process on the same store. */
    private String loggedIn(String name, String password) {
        try (ConnectionPool pool = ConnectionPool.open(store, Optional.empty())) {
            JdbcUserStore users = JdbcUserStore.builder(pool.dataSource()).build();
            Connection connection = Database.accounts("main").build();
            Accounts accounts = Accounts.builder(
                            connection,
                            LoginProcessor.builder(users).connection(connection).build(),
                            users,
                            AccountKey.random())
                    .sender(message -> {})
                    .build();
            LoginResult result = accounts.logIn(new PasswordLogin(name, Password.of(password), Origin.NONE));
            return result.refusal().map(refusal -> refusal.code().code()).orElse("in");
        }
    }

    @Nested
    @DisplayName("signup")
    class Signup {
        @Test
        @DisplayName("makes a user who logs in with the first line of standard input")
        void signedUp() {
            Shown shown = signup("--username", "Ada", "--set", "name=Ada L", "--user-metadata", "{'plan':'gold'}")
                    .in(SECRET + "\r\nand more\n");

            assertThat(shown.status()).isZero();
            assertThat(shown.err()).isEmpty();
            assertThat(shown.last()).isEqualTo(1);
            assertThat(shown.at(1, "outcome")).isEqualTo("'created'");
            assertThat(shown.at(1, "user/email")).isEqualTo("'" + ADDRESS + "'");
            assertThat(shown.at(1, "user/email_verified")).isEqualTo("false");
            assertThat(shown.at(1, "user/username")).isEqualTo("'ada'");
            assertThat(shown.at(1, "user/name")).isEqualTo("'Ada L'");
            assertThat(shown.at(1, "user/user_metadata")).isEqualTo("{'plan':'gold'}");
            assertThat(shown.at(1, "user/identities/0/connection")).isEqualTo("'main'");
            assertThat(loggedIn(ADDRESS, SECRET)).isEqualTo("in");
            assertThat(loggedIn("ada", OTHER_SECRET)).isEqualTo("wrong_password");
        }

        @Test
        @DisplayName("asks a person at a terminal, twice")
        void typed() {
            assertThat(signup().typing(SECRET, SECRET).at(1, "outcome")).isEqualTo("'created'");
            assertThat(loggedIn(ADDRESS, SECRET)).isEqualTo("in");
        }

        @Test
        @DisplayName("makes nobody when the two are not the same, or nothing is typed, or it would be seen")
        void notTyped() {
            assertThat(signup().typing(SECRET, OTHER_SECRET))
                    .isEqualTo(new Shown(2, "", "onoma: the two passwords are not the same\n"));
            assertThat(signup().typing()).isEqualTo(new Shown(2, "", "onoma: no password was typed\n"));
            assertThat(signup().typingInto(SECRET))
                    .isEqualTo(new Shown(
                            2,
                            "",
                            "onoma: what is typed here would be seen: let the results go to the terminal, too, or"
                                    + " give the secret on standard input\n"));
            assertThat(users("find").out()).isEmpty();
        }

        @Test
        @DisplayName("needs a password that is one line of UTF-8 and not too long")
        void unreadable() {
            assertThat(signup().run().err())
                    .isEqualTo("onoma: a password is needed, on a terminal or as the first line of standard input\n");
            assertThat(signup().in("\r\n" + SECRET).status()).isEqualTo(2);
            assertThat(signup().in(new byte[] {'a', (byte) 0xE9, '\n'}).err())
                    .isEqualTo("onoma: the first line of standard input is not UTF-8\n");
            assertThat(signup().in("a".repeat(1_025)).err())
                    .isEqualTo("onoma: a password may have 1024 bytes at most\n");
            assertThat(users("find").out()).isEmpty();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            --user-metadata={'a':1}   ~ forbidden_metadata
            --set=shoes=9             ~ invalid_attribute
            --set=email_verified=true ~ invalid_attribute
            --set=picture=x           ~ invalid_attribute
            """)
        @DisplayName("is refused as the application refuses one")
        void refused(String argument, String code) {
            Shown shown = signup(argument).in(SECRET);

            assertThat(shown.status()).isEqualTo(1);
            assertThat(shown.at(1, "outcome")).isEqualTo("'refused'");
            assertThat(shown.error(1)).startsWith(code + ": ");
            assertThat(users("find").out()).isEmpty();
        }

        @Test
        @DisplayName("is refused for a password that may not be chosen, and a name that somebody has")
        void taken() {
            assertThat(signup().in("short").error(1)).startsWith("unacceptable_password: ");
            signup().in(SECRET);

            Shown again = signup("--pretty").in(OTHER_SECRET);

            assertThat(again.out()).startsWith("refused: login_name_taken: ");
            assertThat(again.status()).isEqualTo(1);
            assertThat(loggedIn(ADDRESS, SECRET)).isEqualTo("in");
        }

        @ParameterizedTest(name = "{0} {1}")
        @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            --set           ~ name         ~ --set must be an attribute, = and its value, such as name=Ana
            --set           ~ email=b@c.de ~ signup must be given each attribute once
            --user-metadata ~ []           ~ --user-metadata must be a JSON object
            --user-metadata ~ {'a'         ~ --user-metadata: the document is not JSON (line 1, column 5)
            """)
        @DisplayName("is not begun by a wrong call")
        void wrong(String option, String value, String problem) {
            assertThat(signup(option, value).in(SECRET)).isEqualTo(new Shown(2, "", "onoma: " + problem + "\n"));
        }

        @Test
        @DisplayName("needs a name to log in with, and a connection that can be one")
        void needed() {
            assertThat(call("signup", "--connection", "main").in(SECRET).err())
                    .isEqualTo("onoma: signup needs --email or --username\n");
            assertThat(call("signup", "--connection", "ma in", "--email", ADDRESS)
                            .in(SECRET)
                            .err())
                    .startsWith("onoma: connection name must be 1 to 128 characters");
        }
    }

    @Nested
    @DisplayName("a password on the command line")
    class Arguments {
        private static final String WHY = ": a password is typed on a terminal, or the first line of standard input;"
                + " arguments are seen by others and kept in the shell's history\n";

        @ParameterizedTest
        @ValueSource(strings = {"--password", "--Passwd", "--pw", "--secret"})
        @DisplayName("is a wrong call that says why, and does not repeat it")
        void option(String option) {
            Shown apart = signup(option, SECRET).in(SECRET);
            Shown joined = call("set-password", ADA, option + "=" + SECRET).in(SECRET);

            assertThat(apart).isEqualTo(new Shown(2, "", "onoma: there is no " + option + WHY));
            assertThat(joined).isEqualTo(apart);
        }

        @Test
        @DisplayName("is not taken for anything else that there is too much of, and not repeated either")
        void spare() {
            assertThat(call("set-password", ADA, SECRET).in(SECRET).err())
                    .isEqualTo("onoma: there is an argument too many" + WHY);
            assertThat(signup("-p" + SECRET).in(SECRET).err()).isEqualTo("onoma: unknown option\n");
            assertThat(signup("--frob=" + SECRET).in(SECRET).err()).isEqualTo("onoma: unknown option --frob\n");
            assertThat(users("find").out()).isEmpty();
        }
    }

    @Nested
    @DisplayName("set-password")
    class SetPassword {
        @Test
        @DisplayName("replaces a password")
        void replaced() {
            String id = userId(signup().in(SECRET));

            Shown shown = call("set-password", id).typing(OTHER_SECRET, OTHER_SECRET);

            assertThat(shown.status()).isZero();
            assertThat(shown.at(1, "outcome")).isEqualTo("'updated'");
            assertThat(userId(shown)).isEqualTo(id);
            assertThat(loggedIn(ADDRESS, OTHER_SECRET)).isEqualTo("in");
            assertThat(loggedIn(ADDRESS, SECRET)).isEqualTo("wrong_password");
        }

        @Test
        @DisplayName("gives one to a user who was imported without")
        void imported() throws IOException {
            AccountsTest.this.imported(folder.resolve("errors"), "{'user_id':'1','email':'" + ADDRESS + "'}");
            assertThat(loggedIn(ADDRESS, SECRET)).isNotEqualTo("in");

            assertThat(call("set-password", ADA).in(SECRET).status()).isZero();

            assertThat(loggedIn(ADDRESS, SECRET)).isEqualTo("in");
        }

        @Test
        @DisplayName("is refused for nobody, for who logs in elsewhere, who is blocked, and for what may not be chosen")
        void refused() {
            Shell.onoma("run", "--store", store).in("""
                    {'connection':{'name':'google-oauth2','provider':'google'}}
                    {'login':{'connection':'google-oauth2','claims':{'sub':'1'}}}
                    """);
            String id = userId(signup().in(SECRET));

            assertThat(call("set-password", "nobody|1").in(SECRET).error(1)).startsWith("user_not_found: ");
            assertThat(call("set-password", "google-oauth2|1").in(SECRET).error(1))
                    .startsWith("identity_not_found: ");
            assertThat(call("set-password", id).in("short").error(1)).startsWith("unacceptable_password: ");
            users("block", id);
            assertThat(call("set-password", id).in(OTHER_SECRET).error(1)).startsWith("user_blocked: ");
            users("unblock", id);
            assertThat(loggedIn(ADDRESS, SECRET)).isEqualTo("in");
        }
    }

    @Nested
    @DisplayName("verify-email")
    class VerifyEmail {
        @Test
        @DisplayName("marks the address as verified, once")
        void verified() {
            String id = userId(signup().in(SECRET));

            Shown shown = users("verify-email", id);

            assertThat(shown.status()).isZero();
            assertThat(shown.at(1, "outcome")).isEqualTo("'updated'");
            assertThat(shown.at(1, "user/email_verified")).isEqualTo("true");
            assertThat(users("verify-email", id).at(1, "outcome")).isEqualTo("'unchanged'");
            assertThat(users("verify-email", id, "--pretty").out()).startsWith("unchanged " + id);
        }

        @Test
        @DisplayName("is refused for nobody, and for who has no address")
        void refused() {
            String id = userId(
                    call("signup", "--connection", "main", "--username", "ada").in(SECRET));

            assertThat(users("verify-email", "nobody|1").error(1)).isEqualTo("user_not_found: no user has that id");
            assertThat(users("verify-email", id).error(1))
                    .isEqualTo("invalid_attribute: email_verified needs an address beside it");
            assertThat(users("verify-email", id).status()).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("import")
    class Import {
        /** Of the password, by crypt(3). */
        private static final String BCRYPT = "$2b$10$abcdefghijklmnopqrstuuCj7fyLDJytXL.TfOiOeiv0fQvSOK1/2";

        /** Of "pepper and" and the password. */
        private static final String SALTED_SHA256 = "5f0c63876bcc7afa2d681b49f0550af4edcb08a8886fcb2db5b14743874c59de";

        @Test
        @DisplayName("takes hashes, with which users log in; one that cannot be used is a line of the errors")
        void hashes() throws IOException {
            Path errors = folder.resolve("errors");

            Shown shown = AccountsTest.this.imported(
                    errors,
                    "{'user_id':'1','email':'" + ADDRESS + "','password_hash':'" + BCRYPT + "'}",
                    "{'user_id':'2','username':'bob','custom_password_hash':{'algorithm':'sha256','hash':{'value':'"
                            + SALTED_SHA256 + "','encoding':'hex'},'salt':{'value':'pepper and',"
                            + "'encoding':'utf8','position':'prefix'}}}",
                    "{'user_id':'3','username':'eve','password_hash':'$2b$99$nothing'}");

            assertThat(shown.out()).isEqualTo("{\"total\":3,\"inserted\":2,\"updated\":0,\"failed\":1}\n");
            assertThat(shown.status()).isEqualTo(1);
            assertThat(Files.readString(errors))
                    .startsWith("{\"line\":3,\"code\":\"invalid_password_hash\",")
                    .doesNotContain("nothing")
                    .hasLineCount(1);
            assertThat(loggedIn(ADDRESS, SECRET)).isEqualTo("in");
            assertThat(loggedIn("bob", SECRET)).isEqualTo("in");
            assertThat(loggedIn("bob", OTHER_SECRET)).isEqualTo("wrong_password");
        }
    }

    @Test
    @DisplayName("history tells of the signup, of changes of the password and of whose word verified the address")
    void history() {
        String id = userId(signup().in(SECRET));
        call("set-password", id).in(OTHER_SECRET);
        users("verify-email", id);

        Shown shown = users("history", id);

        assertThat(shown.last()).isEqualTo(3);
        assertThat(shown.at(1, "type")).isEqualTo("'edit'");
        assertThat(shown.at(1, "detail")).isEqualTo("'admin'");
        assertThat(shown.at(2, "type")).isEqualTo("'change_password'");
        assertThat(shown.at(2, "code")).isEqualTo("'scp'");
        assertThat(shown.at(2, "detail")).isEqualTo("'admin'");
        assertThat(shown.at(3, "type")).isEqualTo("'signup'");
        assertThat(shown.at(3, "connection")).isEqualTo("'main'");
        assertThat(users("history", id, "--pretty").out()).contains("signup", "change_password");
    }

    @Test
    @DisplayName("no command prints anything of a password: neither itself nor a hash")
    void nothingOfCredentials() {
        Shown signedUp = signup().in(SECRET);
        String id = userId(signedUp);

        List<Shown> all = List.of(
                signedUp,
                call("set-password", id).in(OTHER_SECRET),
                users("verify-email", id),
                users("find"),
                users("find", "--pretty"),
                users("show", id),
                users("show", id, "--pretty"),
                users("history", id),
                users("edit", id, "--set", "name=Ada"),
                users("export"),
                users("export", "--format", "csv"),
                users("block", id),
                users("unblock", id),
                users("delete", id));

        assertThat(all).allSatisfy(shown -> {
            assertThat(shown.status()).isZero();
            assertThat(shown.out() + shown.err())
                    .doesNotContain("argon2", "$2", "hash", "credential", SECRET, OTHER_SECRET);
        });
    }
}
