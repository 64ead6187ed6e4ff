package dev.onoma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    INVALID_CLAIMS,         invalid_claims,         provider_error
                    CLAIMS_TOO_LARGE,       claims_too_large,       provider_error
                    CLAIMS_TOO_DEEP,        claims_too_deep,        provider_error
                    PROVIDER_ERROR,         provider_error,         provider_error
                    MISSING_SUBJECT,        missing_subject,        provider_error
                    SUBJECT_MISMATCH,       subject_mismatch,       provider_error
                    UNKNOWN_CONNECTION,     unknown_connection,     login_refused
                    INVALID_CONNECTION,     invalid_connection,     invalid_connection
                    ID_SPACE_CHANGED,       id_space_changed,       login_refused
                    UNKNOWN_USER,           unknown_user,           login_refused
                    USER_BLOCKED,           user_blocked,           login_refused
                    USER_ID_TAKEN,          user_id_taken,          login_refused
                    ATTRIBUTE_NOT_EDITABLE, attribute_not_editable, attribute_not_editable
                    INVALID_ATTRIBUTE,      invalid_attribute,      invalid_attribute
                    FORBIDDEN_METADATA,     forbidden_metadata,     forbidden_metadata
                    USER_NOT_FOUND,         user_not_found,         user_not_found
                    IDENTITY_NOT_FOUND,     identity_not_found,     identity_not_found
                    LAST_IDENTITY,          last_identity,          last_identity
                    PRIMARY_IDENTITY,       primary_identity,       primary_identity
                    SAME_USER,              same_user,              same_user
                    LOGIN_NOT_RECENT,       login_not_recent,       login_not_recent
                    """)
    @DisplayName("the codes are stable; a browser cannot tell whether a user exists, nor what a provider sent")
    void codes(RefusalCode code, String text, String publicCode) {
        assertThat(code.code()).isEqualTo(text);
        assertThat(code.publicCode()).isEqualTo(publicCode);
        assertThat(new Refusal(code, "m").publicCode()).isEqualTo(publicCode);
    }

    @Test
    @DisplayName("D10: the codes do not depend on the default locale")
    void turkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(RefusalCode.INVALID_CLAIMS.code()).isEqualTo("invalid_claims");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @DisplayName("a refusal as an exception has its code and message, and gives it back")
    void asException() {
        Refusal refusal = new Refusal(RefusalCode.MISSING_SUBJECT, "claim \"sub\" must be a subject");

        RefusedException exception = refusal.asException();

        assertThat(exception).isInstanceOf(OnomaException.class).hasMessage("claim \"sub\" must be a subject");
        assertThat(exception.code()).isEqualTo("missing_subject");
        assertThat(exception.message()).isEqualTo("claim \"sub\" must be a subject");
        assertThat(exception.refusal()).isSameAs(refusal);
    }

    @Test
    @DisplayName("a refusal says why, in code and words")
    void nothingMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Refusal(null, "m"))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> new Refusal(RefusalCode.SAME_USER, null))
                .withMessage("message");
        EqualsVerifier.forClass(Refusal.class).verify();
    }
}
