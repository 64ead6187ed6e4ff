package dev.onoma.core.provider;

import static dev.onoma.core.attribute.RootAttribute.EMAIL;
import static dev.onoma.core.attribute.RootAttribute.NAME;
import static dev.onoma.core.attribute.RootAttribute.PHONE_NUMBER;
import static dev.onoma.core.attribute.RootAttribute.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.onoma.core.claims.ClaimPath;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTest {
    @ParameterizedTest
    @ValueSource(strings = {"github", "google-oauth2", "a", "0", "a_b", "abcdefghijklmnopqrstuvwxyz0123"})
    @DisplayName("a provider's name is of 1 to 30 small letters, digits, dashes and underscores")
    void names(String name) {
        assertThat(Provider.named(name).subject("id").build().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GitHub", "a b", "a|b", "-a", "_a", "\u00e9", "a.b", "abcdefghijklmnopqrstuvwxyz01234", "a\n"
            })
    @DisplayName("no other name is a provider's")
    void noNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named(name))
                .withMessage("provider name must be 1 to 30 of a-z 0-9 _ -");
    }

    @Test
    @DisplayName("a provider has a name, a subject, and converters that are there")
    void nothingMissing() {
        assertThatNullPointerException().isThrownBy(() -> Provider.named(null)).withMessage("name");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Provider.named("example").attribute(NAME, "name").build())
                .withMessage("provider example needs a subject");
        assertThatNullPointerException()
                .isThrownBy(() -> Provider.named("example").attribute(NAME, "name", (Converter) null))
                .withMessage("converter");
        assertThatNullPointerException()
                .isThrownBy(() -> Provider.named("example").errorDocument(null))
                .withMessage("isError");
    }

    @Test
    @DisplayName("M10: a wrong mapping is refused at once, naming the provider, the rule and the path")
    void wrongMappings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example").attribute(NAME, "a..b"))
                .withMessage("provider example, rule for name: claim path \"a..b\" has a blank name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example").subject(""))
                .withMessage("provider example, rule for subject: claim path \"\" has a blank name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example").email("a b", Flag.unsaid()))
                .withMessage("provider example, rule for email: claim path \"a b\" has an unexpected b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example").phone("a[", Flag.unsaid()))
                .withMessage("provider example, rule for phone_number: claim path \"a[\" has an index that is not a"
                        + " number of 1 to 6 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example").absentWhen(PICTURE, "|"))
                .withMessage("provider example, rule for picture: claim path \"|\" has a blank name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Flag.claim("['a"))
                .withMessage("claim path \"['a\" has a quote that is not closed");
    }

    @Test
    @DisplayName("M4: a pair is mapped as a pair, with its flag")
    void pairs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example").attribute(EMAIL, "email"))
                .withMessage("attribute email is a pair: use email(\u2026) or phone(\u2026)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.named("example").attribute(PHONE_NUMBER, "phone"))
                .withMessage("attribute phone_number is a pair: use email(\u2026) or phone(\u2026)");
    }

    @ParameterizedTest
    @CsvSource({"SOCIAL, false", "ENTERPRISE, false", "DATABASE, true", "PASSWORDLESS, true"})
    @DisplayName("the application is itself the provider of databases and passwordless logins")
    void kinds(ProviderKind kind, boolean own) {
        Provider.Builder builder = Provider.named("example").subject("id");
        Provider provider = (switch (kind) {
                    case SOCIAL -> builder.social();
                    case DATABASE -> builder.database();
                    case PASSWORDLESS -> builder.passwordless();
                    case ENTERPRISE -> builder;
                })
                .build();

        assertThat(provider.kind()).isEqualTo(kind);
        assertThat(kind.isOwn()).isEqualTo(own);
        assertThat(provider.storedClaims().isPresent()).isEqualTo(kind == ProviderKind.DATABASE);
    }

    @Test
    @DisplayName("speaks OpenID Connect only where its table says so, and prints its name")
    void openIdConnect() {
        assertThat(Provider.named("oidc").openIdConnect().subject("sub").build().isOpenIdConnect())
                .isTrue();
        assertThat(Provider.named("example").subject("sub").build().isOpenIdConnect())
                .isFalse();
        assertThat(Provider.named("example").subject("sub").build()).hasToString("Provider[example]");
    }

    @Test
    @DisplayName("M10: further calls for one attribute add candidates, in their order")
    void furtherCandidates() {
        Provider provider = Provider.named("example")
                .subject("id")
                .absentWhen(NAME, "hidden")
                .attribute(NAME, "a | b")
                .attribute(NAME, "c")
                .build();

        assertThat(provider.rules()).hasSize(1);
        assertThat(provider.rules().get(0).candidates())
                .extracting(AttributeRule.Candidate::path)
                .containsExactly(ClaimPath.of("a"), ClaimPath.of("b"), ClaimPath.of("c"));
        assertThat(provider.rules().get(0).absentWhen()).containsExactly(ClaimPath.of("hidden"));
    }

    @Test
    @DisplayName("a flag that says that there is no value may come before or after the paths")
    void absentWhenAfterwards() {
        Provider provider = Provider.named("example")
                .subject("id")
                .attribute(NAME, "a")
                .absentWhen(NAME, "hidden | secret")
                .build();

        assertThat(provider.rules().get(0).candidates()).hasSize(1);
        assertThat(provider.rules().get(0).absentWhen())
                .containsExactly(ClaimPath.of("hidden"), ClaimPath.of("secret"));
    }

    @Test
    @DisplayName("a builder that goes on does not change the provider that it built")
    void builderGoesOn() {
        Provider.Builder builder = Provider.named("example").subject("id");
        Provider before = builder.build();

        builder.attribute(NAME, "name").social();

        assertThat(before.rules()).isEmpty();
        assertThat(before.kind()).isEqualTo(ProviderKind.ENTERPRISE);
    }
}
