package dev.onoma.core.attribute;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.NICKNAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static dev.onoma.core.attribute.RootAttribute.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.onoma.core.Limit;
import dev.onoma.core.Limits;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivationTest {
    private static final String SUBJECT = "4711";

    private static Optional<String> derive(RootAttribute attribute, Map<RootAttribute, String> given) {
        return derive(Derivation.STANDARD, attribute, given);
    }

    private static Optional<String> derive(
            Derivation derivation, RootAttribute attribute, Map<RootAttribute, String> given) {
        return derivation.derive(attribute, a -> Optional.ofNullable(given.get(a)), SUBJECT);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                argumentSet(
                        "given and family name, before all others",
                        Map.of(
                                GIVEN_NAME,
                                "Ada",
                                FAMILY_NAME,
                                "Lovelace",
                                NICKNAME,
                                "ada",
                                EMAIL,
                                "a@b",
                                PHONE_NUMBER,
                                "+1"),
                        "Ada Lovelace"),
                argumentSet(
                        "given name",
                        Map.of(GIVEN_NAME, "Ada", NICKNAME, "ada", EMAIL, "a@b", PHONE_NUMBER, "+1"),
                        "Ada"),
                argumentSet(
                        "a family name alone is no rung",
                        Map.of(FAMILY_NAME, "Lovelace", NICKNAME, "ada", EMAIL, "a@b", PHONE_NUMBER, "+1"),
                        "ada"),
                argumentSet("nickname", Map.of(NICKNAME, "ada", EMAIL, "a@b", PHONE_NUMBER, "+1"), "ada"),
                argumentSet("e-mail address", Map.of(EMAIL, "a@b", PHONE_NUMBER, "+1", USERNAME, "u"), "a@b"),
                argumentSet("phone number", Map.of(PHONE_NUMBER, "+1", USERNAME, "u"), "+1"),
                argumentSet("subject", Map.of(USERNAME, "u", PICTURE, "http://p"), SUBJECT));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("M6: a name is derived from given + family, given, nickname, e-mail, phone number, subject")
    void names(Map<RootAttribute, String> given, String name) {
        assertThat(derive(NAME, given)).contains(name);
    }

    static Stream<Arguments> nicknames() {
        return Stream.of(
                argumentSet(
                        "local part, before all others",
                        Map.of(EMAIL, "Ada.L+x@b", USERNAME, "u", GIVEN_NAME, "Ada", NAME, "Ada Lovelace"),
                        "Ada.L+x"),
                argumentSet("user name", Map.of(USERNAME, "u", GIVEN_NAME, "Ada", NAME, "Ada Lovelace"), "u"),
                argumentSet("given name", Map.of(GIVEN_NAME, "Ada", NAME, "Ada Lovelace"), "Ada"),
                argumentSet("subject", Map.of(NAME, "Ada Lovelace", FAMILY_NAME, "L", PHONE_NUMBER, "+1"), SUBJECT));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("M6: a nickname is derived from the local part of the e-mail, user name, given name, subject")
    void nicknames(Map<RootAttribute, String> given, String nickname) {
        assertThat(derive(NICKNAME, given)).contains(nickname);
    }

    @Test
    @DisplayName("M6: a name that would be too long comes from the next rung")
    void overLongName() {
        Map<RootAttribute, String> given = Map.of(GIVEN_NAME, "g".repeat(150), FAMILY_NAME, "f".repeat(149));
        Map<RootAttribute, String> longer = Map.of(GIVEN_NAME, "g".repeat(150), FAMILY_NAME, "f".repeat(150));

        assertThat(derive(NAME, given)).contains("g".repeat(150) + " " + "f".repeat(149));
        assertThat(derive(NAME, longer)).contains("g".repeat(150));
    }

    @Test
    @DisplayName("M6: what no rung fits is not derived")
    void nothingFits() {
        Derivation narrow = new Derivation(
                false, true, Limits.STANDARD.with(Limit.NAME_CHARACTERS, 3).with(Limit.NICKNAME_CHARACTERS, 3));

        assertThat(derive(narrow, NAME, Map.of(EMAIL, "ada@example.org"))).isEmpty();
        assertThat(derive(narrow, NAME, Map.of(NICKNAME, "adal", EMAIL, "a@b"))).contains("a@b");
        assertThat(derive(narrow, NICKNAME, Map.of(EMAIL, "adal@b", USERNAME, "ada")))
                .contains("ada");
        assertThat(derive(narrow, NICKNAME, Map.of())).isEmpty();
    }

    @Test
    @DisplayName("M6, M9: where the subject's claim is denied, the subject is no rung")
    void notFromSubject() {
        Derivation denied = new Derivation(false, false, Limits.STANDARD);

        assertThat(derive(denied, NAME, Map.of(PHONE_NUMBER, "+1"))).contains("+1");
        assertThat(derive(denied, NAME, Map.of())).isEmpty();
        assertThat(derive(denied, NICKNAME, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NAME", "NICKNAME"})
    @DisplayName("M6: nothing else is derived unless asked for, the picture included")
    void nothingElse(RootAttribute attribute) {
        Map<RootAttribute, String> given = Map.of(EMAIL, "a@b", NAME, "Ada Lovelace", NICKNAME, "ada");

        assertThat(derive(attribute, given)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NAME", "NICKNAME", "PICTURE"})
    @DisplayName("M6: asking for Gravatar derives a picture, and nothing else")
    void gravatarIsAPicture(RootAttribute attribute) {
        assertThat(derive(new Derivation(true, true, Limits.STANDARD), attribute, Map.of(EMAIL, "a@b")))
                .isEmpty();
    }

    @Test
    @DisplayName("M6: a Gravatar picture carries the SHA-256 hash of the lower-cased address")
    void gravatar() {
        Derivation asked = new Derivation(true, true, Limits.STANDARD);
        String hash = "cfe00dde46ef942601ffafb9e2825e802858b460e586b8305b344c1eb826357d";

        assertThat(derive(asked, PICTURE, Map.of(EMAIL, "Ada@Example.ORG")))
                .contains("https://www.gravatar.com/avatar/" + hash + "?s=480&r=pg&d=mp");
        assertThat(derive(asked, PICTURE, Map.of(NAME, "Ada"))).isEmpty();
        assertThat(derive(
                        new Derivation(true, true, Limits.STANDARD.with(Limit.PICTURE_BYTES, 50)),
                        PICTURE,
                        Map.of(EMAIL, "a@b")))
                .isEmpty();
    }

    @Test
    @DisplayName("the standard derivation asks nobody and has the standard limits")
    void standard() {
        assertThat(Derivation.STANDARD.gravatar()).isFalse();
        assertThat(Derivation.STANDARD.fromSubject()).isTrue();
        assertThat(Derivation.STANDARD.limits()).isEqualTo(Limits.STANDARD);
        EqualsVerifier.forClass(Derivation.class)
                .withPrefabValues(Limits.class, Limits.STANDARD, Limits.STANDARD.with(Limit.NAME_CHARACTERS, 3))
                .verify();
    }
}
