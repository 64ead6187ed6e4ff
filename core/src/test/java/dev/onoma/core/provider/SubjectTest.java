package dev.onoma.core.provider;

import static dev.onoma.core.provider.Mapped.form;
import static dev.onoma.core.provider.Mapped.idToken;
import static dev.onoma.core.provider.Mapped.limited;
import static dev.onoma.core.provider.Mapped.profile;
import static dev.onoma.core.provider.Mapped.refusal;
import static dev.onoma.core.provider.Mapped.userinfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.claims.Claims;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    private static Provider.Builder table() {
        return Provider.named("example").subject("sub").email("email", Flag.unsaid());
    }

    private static String subject(String json) {
        return profile(table(), userinfo(json)).subject();
    }

    private static void assertMissing(Claims claims, String problem) {
        assertThat(refusal(table(), claims))
                .isEqualTo(new Refusal(RefusalCode.MISSING_SUBJECT, "claim \"sub\" " + problem));
    }

    @Test
    @DisplayName("M1: the identity key is the declared subject, never an e-mail address or a user name")
    void declared() {
        assertMissing(
                userinfo("{\"email\":\"ada@example.org\",\"username\":\"ada\",\"upn\":\"ada\",\"id\":\"1\"}"),
                "is missing");
        assertThat(subject("{\"sub\":\"4711\",\"email\":\"ada@example.org\"}")).isEqualTo("4711");
    }

    @Test
    @DisplayName("M1: an id that is a JSON number keeps its digits beyond 2^53")
    void numbers() {
        assertThat(subject("{\"sub\":9007199254740993}")).isEqualTo("9007199254740993");
        assertThat(subject("{\"sub\":123456789012345678901234567890}")).isEqualTo("123456789012345678901234567890");
        assertThat(subject("{\"sub\":0}")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    1.0;    a number
                    1e3;    a number
                    1E3;    a number
                    true;   a boolean
                    null;   null
                    {};     an object
                    ["1"];  an array
                    """)
    @DisplayName("M1: an id is text or an integer literal, and nothing is made of anything else")
    void otherTypes(String json, String type) {
        assertMissing(userinfo("{\"sub\":" + json + "}"), "must be text or an integer, but is " + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t\\n", "\\u00a0", "\\u3000 "})
    @DisplayName("M1: a blank id is refused")
    void blank(String subject) {
        assertMissing(userinfo("{\"sub\":\"" + subject + "\"}"), "is blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "NULL", "undefined", "Undefined", "None", "none", "NaN"})
    @DisplayName("M1: what careless code writes where it has no id is refused")
    void placeholders(String subject) {
        assertMissing(userinfo("{\"sub\":\"" + subject + "\"}"), "is a placeholder, not an id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nulls", "nonexistent", "undefined1", "nan-1", "0", "n\u00f6ne"})
    @DisplayName("M1: an id that only resembles a placeholder is one")
    void noPlaceholders(String subject) {
        assertThat(subject("{\"sub\":\"" + subject + "\"}")).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1", "1 ", "\\t1", "1\\n", "\\u00a01", "1\\u2003", "\\u00001", "1\\u001f"})
    @DisplayName("M1: an id with white space at an end is refused, never trimmed")
    void spaceAtAnEnd(String subject) {
        assertMissing(userinfo("{\"sub\":\"" + subject + "\"}"), "has white space at an end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\\u00002", "1\\n2", "1\\u007f", "\\u00851", "1\\ud800", "\\udc001", "1\\ud8002"})
    @DisplayName("M1, M8: an id that holds a control character, NUL or a lone surrogate refuses the login")
    void controls(String subject) {
        assertMissing(userinfo("{\"sub\":\"" + subject + "\"}"), "holds control characters or lone surrogates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "A", "a|b", "\u00e9", "\ud83d\ude00", "007", "a@b"})
    @DisplayName("M1: any other text is an id, exactly as it is")
    void exactly(String subject) {
        assertThat(subject("{\"sub\":\"" + subject + "\"}")).isEqualTo(subject);
    }

    @Test
    @DisplayName("M8: an id of exactly 255 characters is one, of 256 it is none")
    void longest() {
        String astral = "\ud83d\ude00";

        assertThat(subject("{\"sub\":\"" + astral.repeat(255) + "\"}")).isEqualTo(astral.repeat(255));
        assertMissing(userinfo("{\"sub\":\"" + astral.repeat(256) + "\"}"), "is longer than 255 characters");
        assertMissing(userinfo("{\"sub\":" + "1".repeat(256) + "}"), "is longer than 255 characters");
    }

    @Test
    @DisplayName("M8: the longest id is the application's choice")
    void otherLimit() {
        MappingSettings narrow = limited(Limits.STANDARD.with(Limit.SUBJECT_CHARACTERS, 3));

        assertThat(profile(table(), userinfo("{\"sub\":\"123\"}"), narrow).subject())
                .isEqualTo("123");
        assertThat(refusal(table(), userinfo("{\"sub\":\"1234\"}"), narrow).message())
                .isEqualTo("claim \"sub\" is longer than 3 characters");
    }

    @Test
    @DisplayName("M1: a later path counts only where an earlier one leads nowhere, not where it is null")
    void candidates() {
        Provider.Builder table = Provider.named("example").subject("oid | sub");

        assertThat(profile(table, userinfo("{\"sub\":\"2\"}")).subject()).isEqualTo("2");
        assertThat(profile(table, userinfo("{\"sub\":\"2\",\"oid\":\"1\"}")).subject())
                .isEqualTo("1");
        assertThat(refusal(table, userinfo("{\"sub\":\"2\",\"oid\":null}")).message())
                .isEqualTo("claim \"oid\" must be text or an integer, but is null");
    }

    @Test
    @DisplayName("M5: the id of every source must be the same")
    void sameInEverySource() {
        Refusal mismatch = new Refusal(RefusalCode.SUBJECT_MISMATCH, "claim \"sub\" must be the same in every source");

        assertThat(profile(table(), idToken("{\"sub\":\"1\"}").and(userinfo("{\"sub\":\"1\"}")))
                        .subject())
                .isEqualTo("1");
        assertThat(profile(table(), idToken("{\"sub\":\"1\"}").and(userinfo("{\"sub\":1}")))
                        .subject())
                .isEqualTo("1");
        assertThat(refusal(table(), idToken("{\"sub\":\"1\"}").and(userinfo("{\"sub\":\"2\"}"))))
                .isEqualTo(mismatch);
        assertThat(refusal(table(), idToken("{\"sub\":\"a\"}").and(userinfo("{\"sub\":\"A\"}"))))
                .isEqualTo(mismatch);
    }

    @Test
    @DisplayName("M5: every source names the subject by the claim by which the first one does")
    void sameClaimInEverySource() {
        Provider.Builder table = Provider.named("example").subject("oid | sub");

        assertThat(profile(table, idToken("{\"sub\":\"1\"}").and(userinfo("{\"sub\":\"1\"}")))
                        .subject())
                .isEqualTo("1");
        assertThat(refusal(table, idToken("{\"oid\":\"1\"}").and(userinfo("{\"sub\":\"1\"}")))
                        .code())
                .isEqualTo(RefusalCode.SUBJECT_MISMATCH);
        assertThat(profile(table, idToken("{\"sub\":\"1\"}").and(userinfo("{\"oid\":\"2\",\"sub\":\"1\"}")))
                        .subject())
                .isEqualTo("1");
    }

    @Test
    @DisplayName("M1: the reason is that of a source that may name the subject")
    void reasonOfTheSource() {
        assertMissing(form("{\"sub\":\"1\"}"), "is missing");
        assertMissing(form("{\"sub\":\"1\"}").and(userinfo("{\"sub\":\" \"}")), "is blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sub\":null}", "{\"sub\":\"\"}", "{\"sub\":[]}", "{\"sub\":\" 1\"}"})
    @DisplayName("M5: a source without an id is not the same as one with it, in either order")
    void oneWithout(String json) {
        Claims with = idToken("{\"sub\":\"1\"}");

        assertThat(refusal(table(), with.and(userinfo(json))).code()).isEqualTo(RefusalCode.SUBJECT_MISMATCH);
        assertThat(refusal(table(), userinfo(json).and(with)).code()).isEqualTo(RefusalCode.SUBJECT_MISMATCH);
    }

    @Test
    @DisplayName("M5: two sources that name nobody are no login")
    void bothWithout() {
        assertMissing(idToken("{}").and(userinfo("{}")), "is missing");
        assertMissing(idToken("{\"sub\":\"null\"}").and(userinfo("{\"sub\":\"null\"}")), "is a placeholder, not an id");
    }

    @Test
    @DisplayName("M1: an unsigned form names no subject, and does not contradict one")
    void unsignedForm() {
        assertThat(refusal(table(), form("{\"sub\":\"1\"}")).code()).isEqualTo(RefusalCode.MISSING_SUBJECT);
        assertThat(profile(table(), idToken("{\"sub\":\"1\"}").and(form("{\"sub\":\"2\"}")))
                        .subject())
                .isEqualTo("1");
        assertThat(profile(table(), form("{\"sub\":\"2\"}").and(idToken("{\"sub\":\"1\"}")))
                        .subject())
                .isEqualTo("1");
    }

    @Test
    @DisplayName("M2: no message holds an id")
    void messages() {
        assertThat(refusal(table(), idToken("{\"sub\":\"secret-1\"}").and(userinfo("{\"sub\":\"secret-2\"}")))
                        .message())
                .doesNotContain("secret");
        assertThat(refusal(table(), userinfo("{\"sub\":\" secret-1\"}")).message())
                .doesNotContain("secret");
    }

    @Test
    @DisplayName("the subject of a stored identity is the identity's, whatever its claims say")
    void stored() {
        NormalizedProfile profile = table().build()
                .normalizeStored("4711", userinfo("{\"sub\":\"other\",\"email\":\"ada@example.org\"}"), Mapped.SETTINGS)
                .orElseThrow();

        assertThat(profile.subject()).isEqualTo("4711");
        assertThat(profile.text(dev.onoma.core.attribute.RootAttribute.EMAIL)).contains("ada@example.org");
    }

    @Test
    @DisplayName("stored claims that cannot be used are refused like others")
    void storedUnusable() {
        assertThat(table().build().normalizeStored("4711", userinfo("7"), Mapped.SETTINGS))
                .isEqualTo(new RefusedClaims(new Refusal(
                        RefusalCode.INVALID_CLAIMS, "the document must be a JSON object, but is a number")));
    }

    @Nested
    @DisplayName("within a space")
    class WithinASpace {
        private static final Refusal NO_SPACE =
                new Refusal(RefusalCode.MISSING_SUBJECT, "claim \"tid\" does not name the space of the subject");

        private Provider.Builder anySpace() {
            return Provider.named("example").subject("oid | id").subjectWithin("tid");
        }

        private Provider.Builder oneSpace() {
            return Provider.named("example").subject("oid | id").subjectWithin("tid", "t1");
        }

        @Test
        @DisplayName("M1: the identity's subject is that of the claims, followed by its space")
        void whole() {
            Claims claims = userinfo("{\"oid\":\"a.b\",\"tid\":\"t1\"}");

            assertThat(profile(anySpace(), claims).subject()).isEqualTo("a.b.t1");
            assertThat(profile(oneSpace(), claims).subject()).isEqualTo("a.b.t1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"tid\":null}",
                    "{\"tid\":1}",
                    "{\"tid\":\" \"}",
                    "{\"tid\":\"a.b\"}",
                    "{\"tid\":\"undefined\"}",
                    "{\"tid\":\"t1 \"}"
                })
        @DisplayName("M1: what names no space, or one that leaves open where the subject ends, names no subject")
        void noSpace(String json) {
            Claims claims = userinfo("{\"oid\":\"a\"," + json.substring(1).replaceFirst("^}", "\"x\":1}"));

            assertThat(refusal(anySpace(), claims)).isEqualTo(NO_SPACE);
        }

        @Test
        @DisplayName("M1: where there is one space, silence is of it, and another is refused")
        void oneOnly() {
            assertThat(profile(oneSpace(), userinfo("{\"id\":\"a\"}")).subject())
                    .isEqualTo("a.t1");
            assertThat(refusal(oneSpace(), userinfo("{\"id\":\"a\",\"tid\":\"t2\"}")))
                    .isEqualTo(NO_SPACE);
        }

        @Test
        @DisplayName("M5: the same subject of two spaces is two")
        void sources() {
            Claims first = idToken("{\"oid\":\"a\",\"tid\":\"t1\"}");

            assertThat(profile(anySpace(), first.and(userinfo("{\"oid\":\"a\",\"tid\":\"t1\"}")))
                            .subject())
                    .isEqualTo("a.t1");
            assertThat(refusal(anySpace(), first.and(userinfo("{\"oid\":\"a\",\"tid\":\"t2\"}")))
                            .code())
                    .isEqualTo(RefusalCode.SUBJECT_MISMATCH);
            assertThat(refusal(anySpace(), first.and(userinfo("{\"oid\":\"a\"}"))))
                    .isEqualTo(NO_SPACE);
        }

        @Test
        @DisplayName("M1, M8: both together are not longer than a subject, and neither stands in for the other")
        void parts() {
            String tooLong = "{\"tid\":\"t1\",\"oid\":\"" + "1".repeat(253) + "\"}";

            assertThat(refusal(anySpace(), userinfo(tooLong)).message())
                    .isEqualTo("claim \"oid\" is longer than 255 characters");
            assertThat(refusal(anySpace(), userinfo("{\"tid\":\"t1\"}")).message())
                    .isEqualTo("claim \"oid\" is missing");
            assertThat(refusal(anySpace(), userinfo("{\"tid\":\"t1\",\"oid\":\"null\"}"))
                            .message())
                    .isEqualTo("claim \"oid\" is a placeholder, not an id");
        }

        @Test
        @DisplayName("M10: a table names one space, by one path and a name without a dot")
        void wrong() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Provider.named("example").subjectWithin("tid | tenant"))
                    .withMessage("provider example: a subject has one space, without |");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Provider.named("example").subjectWithin("tid", "a.b"))
                    .withMessage("a space of subjects must have a name without a dot");
        }

        @Test
        @DisplayName("M9: who denies the claim that names the space denies a part of the subject")
        void denied() {
            assertThat(anySpace().build().takesSubjectFrom(Set.of("tid"))).isTrue();
            assertThat(anySpace().build().takesSubjectFrom(Set.of("sub"))).isFalse();
        }
    }
}
