package dev.onoma.providers.database.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordImportTest {
    private static final PasswordImport IMPORT = new PasswordImport(HashLimits.STANDARD);
    private static final PasswordHasher HASHER =
            PasswordHasher.builder().dangerouslyCheapArgon2id(64, 1, 1).build();

    private static JsonObject row(String json) {
        return (JsonObject) JsonValue.parse(json.replace('\'', '"'));
    }

    private static PasswordHash custom(String members) {
        return IMPORT.read(row("{'custom_password_hash':{" + members + "}}")).orElseThrow();
    }

    private static InvalidHashException refused(String members) {
        return catchThrowableOfType(InvalidHashException.class, () -> custom(members));
    }

    /** Only a wrong hash is not to be replaced here, and what is stored has to mean the same as what was imported. */
    private static boolean opens(PasswordHash hash, String password) {
        assertThat(PasswordHash.parse(hash.text())).isEqualTo(hash);
        return HASHER.verify(Password.of(password), hash) == PasswordVerdict.MATCHES_REHASH;
    }

    @Test
    @DisplayName("a row without a hash, or with null, has none; other members are not looked at")
    void none() {
        assertThat(IMPORT.read(row("{'email':'ada@example.org'}"))).isEmpty();
        assertThat(IMPORT.read(row("{'password_hash':null,'custom_password_hash':null,'x':{}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2a", "2b", "2y"})
    @DisplayName("password_hash is bcrypt, of versions a, b and y")
    void plain(String version) {
        PasswordHash hash = IMPORT.read(row("{'password_hash':'$" + version
                        + "$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'}"))
                .orElseThrow();

        assertThat(hash.text()).startsWith("$" + version + "$10$");
        assertThat(opens(hash, "hello")).isTrue();
        assertThat(opens(hash, "Hello")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello    |'algorithm':'bcrypt','hash':{'value':'$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'}",
                "test     |'algorithm':'hmac','hash':{'value':'cg7f42jH39/2EaAU4wNd4s2lKIk=','encoding':'base64','digest':'sha1','key':{'value':'736868','encoding':'hex'}}",
                "password |'algorithm':'scrypt','hash':{'value':'097f6197e1b41538f723e32aa7a68e8d76227d8e432ce5faa4882a913032db29','encoding':'hex'},'salt':{'value':'abc123','encoding':'utf8'},'keylen':32,'cost':4096",
                "password |'algorithm':'md5','hash':{'value':'67A1E09BB1F83F5007DC119C14D663AA','encoding':'hex'},'salt':{'value':'salt','position':'prefix'}",
                "password |'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'},'salt':{'value':'c2FsdA==','encoding':'base64'}",
                "altpassword|'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'},'salt':{'value':'73','encoding':'hex'},'password':{'encoding':'ascii'}",
                "password |'algorithm':'argon2','hash':{'value':'$argon2i$v=16$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY'}",
                "password |'algorithm':'ldap','hash':{'value':'{SSHA}pKqkNr1tq3wtQqk+UcPyA3HnA2NsU5NJ','encoding':'utf8'}",
                "password |'algorithm':'ldap','hash':{'value':'{md5}X03MO1qnZdYdgyfeuILPmQ=='}",
                "password |'algorithm':'ldap','hash':{'value':'{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g='}",
                "testing1234|'algorithm':'ldap','hash':{'value':'{SMD5}UjFY34os/pnZQ3oQOzjqGu4yeXE='}",
                "toomanysecrets|'algorithm':'ldap','hash':{'value':'{SSHA512}wExp4xjiCHS0zidJDC4UJq9EEeIebAQPJ1PWSwfhxWjfutI9XiiKuHm2AE41cEFfK+8HyI8bh+ztbczUGsvVFIgICWWPt7qu'}",
                "password |'algorithm':'argon2','hash':{'value':'$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'}",
                "password |'algorithm':'argon2','hash':{'value':'$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY','encoding':'utf8'}",
                "password |'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-RSA-SHA1$i=2,l=20$c2FsdA$6mwBTcctb4zNHtkqzh1B8NjeiVc','encoding':'utf8'}",
                "abc      |'algorithm':'md4','hash':{'value':'pEgBeq8h2FJfwQroeqZynQ','encoding':'base64'}",
                "abc      |'algorithm':'sha1','hash':{'value':'qZk-NkcGgWq6PiVxeFDCbJzQ2J0=','encoding':'base64'}",
                "abc      |'algorithm':'sha256','hash':{'value':'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=','encoding':'base64'}",
                "abc      |'algorithm':'sha512','hash':{'value':'3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==','encoding':'base64'}"
            })
    @DisplayName("each algorithm of custom_password_hash, the documentation's own examples among them")
    void everyAlgorithm(String password, String members) {
        PasswordHash hash = custom(members);

        assertThat(opens(hash, password)).isTrue();
        assertThat(opens(hash, password + "x")).isFalse();
    }

    @Test
    @DisplayName("the documentation's other examples, whose passwords it does not tell, are read")
    void examples() {
        assertThat(custom("'algorithm':'argon2','hash':{'value':'$argon2id$v=19$m=65536,t=2,p=1$"
                                + "J6Q/82PCyaNpYKRELJyTZg$m04qUAB8rexWDR4+/0f+SFB+4XMFxt7YAvAq2UycYos'}")
                        .text())
                .isEqualTo("$onoma$enc=utf8$argon2id$v=19$m=65536,t=2,p=1$J6Q/82PCyaNpYKRELJyTZg$"
                        + "m04qUAB8rexWDR4+/0f+SFB+4XMFxt7YAvAq2UycYos");
        assertThat(custom("'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-md4$i=100000,l=64$+N375B8q0Fw$fp2R9KAM4hK/"
                                + "votGHC5Fu+jhqbxUD8+Nic/EMSGvNC3UP/k7wSHI0uXluHRSkZfl/BOheYqNOemayG90ZaSSQw',"
                                + "'encoding':'utf8'}")
                        .algorithm())
                .isEqualTo("pbkdf2-md4");
        assertThat(custom("'algorithm':'ldap','hash':{'value':'{SSHA384}/cgEjdoZh85DhurDeOQEMO1rMlAur93SVPbYe5XSD4l"
                                + "F7nNuvrBju5hUeg9A6agRemgSXGl5YuE=','encoding':'utf8'}")
                        .text())
                .matches("\\$onoma\\$suffix=[A-Za-z0-9+/]+\\$sha384\\$[A-Za-z0-9+/]+");
    }

    @Test
    @DisplayName("PBKDF2 without parameters has 100,000 iterations and 64 bytes")
    void pbkdf2Defaults() {
        String hash = "I2CQGI9H0JxdDf3kERRI97kPCGxh0KWBIV3MxyaS191gDGfzVBGyS4BibhgqWQ0/ails8mHuU9ckASxHOOq58w";

        assertThat(custom("'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-sha512$KNyFsA2rWoE$" + hash + "'}")
                        .text())
                .isEqualTo("$pbkdf2-sha512$i=100000,l=64$KNyFsA2rWoE$" + hash);
    }

    @Test
    @DisplayName("scrypt without parameters has N=16384, r=8 and p=1")
    void scryptDefaults() {
        PasswordHash hash = custom("'algorithm':'scrypt','keylen':64,'salt':{'value':'SodiumChloride'},'hash':{"
                + "'encoding':'hex','value':'7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887'}");

        assertThat(hash.text()).startsWith("$scrypt$ln=14,r=8,p=1$");
        assertThat(opens(hash, "pleaseletmein")).isTrue();
    }

    @Test
    @DisplayName("a salt behind the password, and a password in UTF-16 (the NT hash of Windows is MD4 of that)")
    void suffixAndEncoding() {
        PasswordHash nt = custom("'algorithm':'md4','password':{'encoding':'utf16le'},"
                + "'hash':{'value':'8846f7eaee8fb117ad06bdd830b7586c','encoding':'hex'}");
        PasswordHash suffix = custom("'algorithm':'md5','salt':{'value':'word','position':'suffix'},"
                + "'hash':{'value':'5f4dcc3b5aa765d61d8327deb882cf99','encoding':'hex'}");

        assertThat(nt.text()).startsWith("$onoma$enc=utf16le$md4$");
        assertThat(opens(nt, "password")).isTrue();
        assertThat(opens(suffix, "pass")).isTrue();
        assertThat(opens(suffix, "password")).isFalse();
    }

    @Test
    @DisplayName("a character that the password's encoding does not have matches nothing: it is not replaced")
    void unencodable() {
        PasswordHash ofQuestionMark = custom("'algorithm':'md5','password':{'encoding':'ascii'},"
                + "'hash':{'value':'d1457b72c3fb323a2671125aef3eab5d','encoding':'hex'}");
        PasswordHash ofNul = custom("'algorithm':'md5','password':{'encoding':'ascii'},"
                + "'hash':{'value':'93b885adfe0da089cdf634904fd59f71','encoding':'hex'}");

        assertThat(opens(ofQuestionMark, "?")).isTrue();
        assertThat(opens(ofQuestionMark, "\u00e9")).isFalse();
        assertThat(opens(ofNul, "\0")).isTrue();
        assertThat(opens(ofNul, "\u00e9")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "missing_part   |algorithm     |'hash':{'value':'x'}",
                "missing_part   |hash          |'algorithm':'md5'",
                "missing_part   |hash.value    |'algorithm':'md5','hash':{'encoding':'hex'}",
                "missing_part   |hash.encoding |'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa'}",
                "missing_part   |hash.digest   |'algorithm':'hmac','hash':{'value':'xx','encoding':'hex','key':{'value':'k'}}",
                "missing_part   |hash.key      |'algorithm':'hmac','hash':{'value':'xx','encoding':'hex','digest':'md5'}",
                "missing_part   |hash.key.value|'algorithm':'hmac','hash':{'value':'xx','encoding':'hex','digest':'md5','key':{}}",
                "missing_part   |salt.value    |'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'},'salt':{}",
                "missing_part   |keylen        |'algorithm':'scrypt','hash':{'value':'097f','encoding':'hex'}",
                "invalid_type   |algorithm     |'algorithm':5,'hash':{'value':'x'}",
                "invalid_type   |hash          |'algorithm':'md5','hash':'x'",
                "invalid_type   |keylen        |'algorithm':'scrypt','hash':{'value':'097f','encoding':'hex'},'keylen':'32'",
                "invalid_type   |keylen        |'algorithm':'scrypt','hash':{'value':'097f','encoding':'hex'},'keylen':3.2",
                "invalid_value  |keylen        |'algorithm':'scrypt','hash':{'value':'097f','encoding':'hex'},'keylen':0",
                "invalid_value  |cost          |'algorithm':'scrypt','hash':{'value':'097f','encoding':'hex'},'keylen':2,'cost':1",
                "invalid_value  |cost          |'algorithm':'scrypt','hash':{'value':'097f','encoding':'hex'},'keylen':2,'cost':1000",
                "invalid_value  |hash.value    |'algorithm':'scrypt','hash':{'value':'097f','encoding':'hex'},'keylen':2",
                "over_limit     |cost          |'algorithm':'scrypt','hash':{'value':'097f','encoding':'hex'},'keylen':2,'cost':17179869184",
                "invalid_value  |hash.value    |'algorithm':'md5','hash':{'value':'67a1','encoding':'hex'}",
                "invalid_value  |hash.value    |'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aag','encoding':'hex'}",
                "invalid_value  |hash.encoding |'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'utf8'}",
                "invalid_value  |hash.encoding |'algorithm':'bcrypt','hash':{'value':'$2a$','encoding':'hex'}",
                "invalid_value  |salt.position |'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'},'salt':{'value':'s','position':'middle'}",
                "invalid_value  |hash.value    |'algorithm':'argon2','hash':{'value':'$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'}",
                "invalid_value  |hash.value    |'algorithm':'ldap','hash':{'value':'W6ph5Mm5Pz8GgiULbPgzG37mj9g='}",
                "invalid_value  |hash.value    |'algorithm':'ldap','hash':{'value':'{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g='}",
                "not_supported  |hash.value    |'algorithm':'ldap','hash':{'value':'{CRYPT}$6$abcdefgh$hash'}",
                "not_supported  |hash.value    |'algorithm':'ldap','hash':{'value':'{sha1}W6ph5Mm5Pz8GgiULbPgzG37mj9g='}",
                "not_supported  |hash.value    |'algorithm':'bcrypt','hash':{'value':'$2x$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e'}",
                "not_supported  |hash.value    |'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-mdc2$KNyFsA2rWoE$AAAA'}",
                "not_supported  |hash.digest   |'algorithm':'hmac','hash':{'value':'xx','encoding':'hex','digest':'mdc2','key':{'value':'k'}}",
                "not_supported  |salt.encoding |'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'},'salt':{'value':'s','encoding':'rot13'}",
                "not_supported  |password.encoding|'algorithm':'md5','hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'},'password':{'encoding':'ebcdic'}",
                "not_supported  |algorithm     |'algorithm':'plaintext','hash':{'value':'hunter2'}",
                "unexpected_part|`             `|'algorithm':'argon2','hash':{'value':'x'},'salt':{'value':'s'}",
                "unexpected_part|hash          |'algorithm':'bcrypt','hash':{'value':'x','salt':'s'}",
                "unexpected_part|`             `|'algorithm':'md5','hash':{'value':'x'},'hunter2':'s'",
                "unexpected_part|salt          |'algorithm':'scrypt','hash':{'value':'x','encoding':'hex'},'keylen':2,'salt':{'value':'s','position':'suffix'}"
            })
    @DisplayName("what cannot be used is refused with a problem that names the part, and quotes nothing")
    void refusals(String problem, String part, String members) {
        InvalidHashException error = refused(members);

        assertThat(error.problem().code()).isEqualTo(problem);
        assertThat(error.part()).isEqualTo("custom_password_hash" + (part.isBlank() ? "" : ".") + part.strip());
        assertThat(error.getMessage()).startsWith(error.part() + " ").doesNotContain("hunter2", "67a1", "$", "{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'algorithm':'argon2','hash':{'value':'$argon2id$v=19$m=131073,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'}",
                "'algorithm':'bcrypt','hash':{'value':'$2b$15$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'}",
                "'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-sha1$i=2000001,l=20$c2FsdA$6mwBTcctb4zNHtkqzh1B8NjeiVc'}",
                "'algorithm':'argon2','hash':{'value':'$argon2id$v=19$m=256,t=2049,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'}",
                "'algorithm':'argon2','hash':{'value':'$argon2id$v=19$m=256,t=1,p=17$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'}",
                "'algorithm':'bcrypt','hash':{'value':'$2y$31$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'}",
                "'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-md5$i=1000001,l=32$c2FsdA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'}",
                "'algorithm':'scrypt','keylen':16,'cost':16384,'parallelization':65,'hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'}",
                "'algorithm':'scrypt','keylen':16,'cost':2,'blockSize':524289,'hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'}",
                "'algorithm':'scrypt','keylen':16,'cost':262144,'hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'}"
            })
    @DisplayName("hashes that would cost too much are refused when they are imported")
    void hostile(String members) {
        InvalidHashException error = refused(members);

        assertThat(error.problem()).isEqualTo(HashProblem.OVER_LIMIT);
        assertThat(error).hasMessageMatching("custom_password_hash is over the limit [A-Z0-9_]+");
    }

    @Test
    @DisplayName("so are salts, keys and outputs that are too long")
    void tooLong() {
        String md5 = "'hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'";
        String text = "x".repeat(1_025);

        for (String members : List.of(
                "'algorithm':'md5'," + md5 + "},'salt':{'value':'" + text + "'}",
                "'algorithm':'hmac'," + md5 + ",'digest':'md5','key':{'value':'" + text + "'}}",
                "'algorithm':'scrypt','keylen':513,'cost':2,'hash':{'value':'" + "00".repeat(513)
                        + "','encoding':'hex'}")) {
            assertThat(refused(members).problem()).isEqualTo(HashProblem.OVER_LIMIT);
        }
    }

    @Test
    @DisplayName("password_hash is text, bcrypt and nothing else, within the limits, and excludes custom_password_hash")
    void plainRefused() {
        String bcrypt = "'$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'";

        assertThat(plainProblem("{'password_hash':5}")).isEqualTo(HashProblem.INVALID_TYPE);
        assertThat(plainProblem("{'password_hash':'$md5$Z6Hgm7Hxg/UAfckUwU1jqg'}"))
                .isEqualTo(HashProblem.NOT_SUPPORTED);
        assertThat(plainProblem("{'password_hash':'hunter2'}")).isEqualTo(HashProblem.INVALID_VALUE);
        assertThat(plainProblem("{'password_hash':" + bcrypt.replace("$10$", "$15$") + "}"))
                .isEqualTo(HashProblem.OVER_LIMIT);
        assertThat(plainProblem("{'custom_password_hash':{},'password_hash':" + bcrypt + "}"))
                .isEqualTo(HashProblem.UNEXPECTED_PART);
    }

    private static HashProblem plainProblem(String json) {
        InvalidHashException error = catchThrowableOfType(InvalidHashException.class, () -> IMPORT.read(row(json)));
        assertThat(error.part()).isEqualTo("password_hash");
        return error.problem();
    }
}
