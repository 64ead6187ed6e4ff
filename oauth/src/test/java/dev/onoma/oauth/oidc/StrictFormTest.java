package dev.onoma.oauth.oidc;

import static dev.onoma.oauth.oidc.TestIssuer.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each token here is signed by the issuer's own key: only its form is wrong, and a lenient reader takes it. */
@DisplayName("The form of a token is read strictly")
class StrictFormTest {
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"k1\"}";

    private final TestIssuer issuer = new TestIssuer();

    private TokenProblem problem(String token) {
        return issuer.refusal(token).problem();
    }

    private String signed(String header, String payload) {
        return issuer.key.sign(header, payload);
    }

    private String claims() {
        return issuer.claims().toJson();
    }

    /** The good claims with something in front of their last brace. */
    private String claimsAnd(String more) {
        return claims().replaceAll("}$", "," + more + "}");
    }

    @Nested
    @DisplayName("as JSON")
    class Json {
        @Test
        @DisplayName("D1: an empty object says nothing that is required")
        void emptyObject() {
            assertThat(problem(signed(HEADER, "{}"))).isEqualTo(TokenProblem.MISSING_CLAIM);
        }

        @Test
        @DisplayName("D2: an array of pairs is no object, neither as payload nor as header")
        void arrayOfPairs() {
            assertThat(problem(signed(HEADER, "[[\"sub\",\"victim\"]]"))).isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(signed("[[\"alg\",\"RS256\"],[\"kid\",\"k1\"]]", claims())))
                    .isEqualTo(TokenProblem.INVALID_JSON);
        }

        @Test
        @DisplayName("D2: a name is there once, at every depth")
        void duplicateNames() {
            assertThat(problem(signed(HEADER, claimsAnd("\"sub\":\"victim\"")))).isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(signed(HEADER, claimsAnd("\"address\":{\"country\":\"DE\",\"country\":\"FR\"}"))))
                    .isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(signed("{\"alg\":\"RS256\",\"kid\":\"k1\",\"alg\":\"RS256\"}", claims())))
                    .isEqualTo(TokenProblem.INVALID_JSON);
        }

        @Test
        @DisplayName("D2: text is UTF-8 without a byte order mark")
        void encoding() {
            byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
            byte[] badUtf8 = claimsAnd("\"name\":\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(problem(signed(HEADER, "\ufeff" + claims()))).isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(signed("\ufeff" + HEADER, claims()))).isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(issuer.key.sign(header, badUtf8))).isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(issuer.key.sign(header, claims().getBytes(StandardCharsets.UTF_16BE))))
                    .isEqualTo(TokenProblem.INVALID_JSON);
        }

        @Test
        @DisplayName("D9: a flag that is said twice is not the last one, and nothing follows the object")
        void duplicateFlagAndTrailingText() {
            assertThat(problem(signed(HEADER, claimsAnd("\"email_verified\":false,\"email_verified\":true"))))
                    .isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(signed(HEADER, claims() + "{}"))).isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(signed(HEADER, claims() + " x"))).isEqualTo(TokenProblem.INVALID_JSON);
        }

        @Test
        @DisplayName("D9: a number keeps its digits, on both sides of 2^63 and at 2^70")
        void bigNumbers() {
            for (String number : List.of("9223372036854775808", "1180591620717411303424")) {
                assertThat(issuer.verify(signed(HEADER, claimsAnd("\"account\":" + number)))
                                .claims()
                                .claim("account")
                                .value()
                                .orElseThrow()
                                .toJson())
                        .isEqualTo(number);
            }
        }

        @Test
        @DisplayName("is no scalar, no null and nothing at all")
        void scalars() {
            for (String payload : List.of("\"x\"", "null", "1", " ")) {
                assertThat(problem(signed(HEADER, payload))).isEqualTo(TokenProblem.INVALID_JSON);
            }
            assertThat(problem(signed("null", claims()))).isEqualTo(TokenProblem.INVALID_JSON);
            assertThat(problem(signed("x", claims()))).isEqualTo(TokenProblem.INVALID_JSON);
        }
    }

    @Nested
    @DisplayName("D3: as base64url in its one spelling")
    class Spelling {
        private final String token = issuer.token();

        @ParameterizedTest(name = "no \"{0}\" at its end, in front, or inside a part")
        @ValueSource(strings = {"=", " ", "\n", "\t", "+", "/", "\u00e9", "%", "\u0000", "\u4e2d"})
        void characters(String character) {
            int inside = token.lastIndexOf('.') + 5;

            assertThat(problem(token + character)).isEqualTo(TokenProblem.MALFORMED_TOKEN);
            assertThat(problem(character + token)).isEqualTo(TokenProblem.MALFORMED_TOKEN);
            assertThat(problem(token.substring(0, inside) + character + token.substring(inside)))
                    .isEqualTo(TokenProblem.MALFORMED_TOKEN);
        }

        @Test
        @DisplayName("no padding of a part in the middle")
        void padding() {
            assertThat(problem(token.replaceFirst("\\.", "=."))).isEqualTo(TokenProblem.MALFORMED_TOKEN);
            assertThat(problem(token.replaceFirst("\\.", "==."))).isEqualTo(TokenProblem.MALFORMED_TOKEN);
        }

        @Test
        @DisplayName("no bits left over: of the texts that decode alike one is taken")
        void bitsLeftOver() {
            // 256 bytes of signature leave 2 of the last character's 6 bits used.
            String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            int last = alphabet.indexOf(token.charAt(token.length() - 1));

            assertThat(last % 16).isZero();
            for (int bits = 1; bits < 16; bits++) {
                String sibling = token.substring(0, token.length() - 1) + alphabet.charAt(last + bits);
                assertThat(problem(sibling)).isEqualTo(TokenProblem.MALFORMED_TOKEN);
            }
            assertThat(issuer.verify(token).subject()).isEqualTo(SUBJECT);
        }
    }

    @Test
    @DisplayName("has three parts, with header, payload and signature in them")
    void parts() {
        String[] parts = issuer.token().split("\\.", -1);
        List<String> malformed = List.of(
                "",
                ".",
                "..",
                "...",
                "....",
                parts[0],
                parts[0] + "." + parts[1],
                parts[1] + "." + parts[2],
                parts[0] + ".." + parts[2],
                "." + parts[1] + "." + parts[2],
                issuer.token() + ".",
                issuer.token() + ".x",
                "{\"payload\":\"" + parts[1] + "\",\"signatures\":[{\"protected\":\"" + parts[0] + "\",\"signature\":\""
                        + parts[2] + "\"}]}");

        assertThat(malformed)
                .allSatisfy(token ->
                        assertThat(problem(token)).isIn(TokenProblem.MALFORMED_TOKEN, TokenProblem.ENCRYPTED_TOKEN));
    }
}
