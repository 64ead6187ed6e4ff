package dev.onoma.oauth.oidc;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.Limits;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.http.Environment;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.limit.OAuthLimit;
import dev.onoma.oauth.limit.OAuthLimits;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies the id_tokens of one connection: every check of OpenID Connect Core 1.0, section 3.1.3.7, and of RFC 8725.
 * Built once per connection. Thread-safe.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core 1.0,
 *     section 3.1.3.7</a>
 */
public final class IdTokenVerifier {
    private final SignatureCheck signatures;
    private final IssuerRule issuer;
    private final AudienceRule audience;
    private final TimeRules times;
    private final AnswerRules answers;
    private final UserinfoCheck userinfo;
    private final Limits json;
    private final Clock clock;

    private IdTokenVerifier(Builder builder) {
        this.signatures = new SignatureCheck(builder.keys, builder.algorithms, builder.limits);
        this.issuer = builder.issuer;
        this.audience = new AudienceRule(builder.clientId, builder.audiences, builder.parties);
        this.times = TimeRules.of(builder.limits);
        this.answers = new AnswerRules(builder.nonceMayBeMissing);
        this.userinfo = new UserinfoCheck(
                signatures, audience, times, builder.limits.json(OAuthLimit.USERINFO_BYTES), builder.signedUserinfo);
        this.json = builder.limits.json(TokenKind.ID_TOKEN.limit());
        this.clock = builder.clock;
    }

    /**
     * A builder.
     *
     * @param clientId what the issuer calls this application
     * @param keys the issuer's
     */
    public static Builder of(IssuerRule issuer, String clientId, KeySource keys) {
        return new Builder(issuer, clientId, keys);
    }

    /**
     * The token, verified.
     *
     * @param token as it was received
     * @throws InvalidTokenException when it is not acceptable, or not as this login expects it
     * @throws DeniedException when the issuer's keys could not be had
     */
    public VerifiedIdToken verify(String token, IdTokenExpectation expected) {
        SignedToken signed = signatures.verify(token, TokenKind.ID_TOKEN, expected.origin(), expected.deadline());
        TokenClaims claims = TokenClaims.parse(signed.payload(), Evidence.VERIFIED_ID_TOKEN, TokenKind.ID_TOKEN, json);
        issuer.check(claims, signed.keyIssuer());
        audience.check(claims);
        String subject = claims.requiredText("sub");
        long now = clock.instant().getEpochSecond();
        times.check(claims, now);
        expected.maxAge().ifPresent(age -> times.checkAuthentication(claims, age.toSeconds(), now));
        answers.check(claims, expected, signed.algorithm());
        return new VerifiedIdToken(claims, subject);
    }

    /**
     * What a userinfo response says, with the evidence of one: of the same person as the id_token, and where it is
     * signed, by the same issuer for the same client.
     *
     * @param reply of the userinfo endpoint, to the access token that came with the id_token
     * @throws InvalidTokenException when it is not acceptable, or of another person
     * @throws DeniedException when it is not signed and has to be, or the issuer's keys could not be had
     */
    public Claims userinfo(HttpReply reply, VerifiedIdToken idToken) {
        return userinfo.check(reply, idToken, Optional.empty(), clock.instant().getEpochSecond());
    }

    /**
     * As {@link #userinfo(HttpReply, VerifiedIdToken)}, for a login that cannot wait longer for the issuer's keys.
     *
     * @throws InvalidTokenException when it is not acceptable, or of another person
     * @throws DeniedException when it is not signed and has to be, or the issuer's keys could not be had in time
     */
    public Claims userinfo(HttpReply reply, VerifiedIdToken idToken, Deadline deadline) {
        return userinfo.check(
                reply, idToken, Optional.of(deadline), clock.instant().getEpochSecond());
    }

    /** The issuers whose tokens it takes. */
    public IssuerRule issuer() {
        return issuer;
    }

    @Override
    public String toString() {
        return "IdTokenVerifier[" + issuer + "]";
    }

    /** Collects a verifier's rules; what is not said is at its strictest. */
    public static final class Builder {
        private final IssuerRule issuer;
        private final String clientId;
        private final KeySource keys;
        private Set<JwsAlgorithm> algorithms = EnumSet.of(JwsAlgorithm.RS256);
        private final Set<String> audiences = new LinkedHashSet<>();
        private final Set<String> parties = new LinkedHashSet<>();
        private boolean nonceMayBeMissing;
        private boolean signedUserinfo;
        private OAuthLimits limits = OAuthLimits.STANDARD;
        private Clock clock = Clock.systemUTC();

        private Builder(IssuerRule issuer, String clientId, KeySource keys) {
            this.issuer = requireNonNull(issuer, "issuer");
            this.clientId = requireText(clientId, "a client id");
            this.keys = requireNonNull(keys, "keys");
        }

        /** The algorithms that are accepted, whatever discovery lists. Default: RS256 alone. */
        public Builder algorithms(JwsAlgorithm first, JwsAlgorithm... others) {
            algorithms = EnumSet.of(first, others);
            return this;
        }

        /** An audience that a token may name beside the client; call again for each. Default: none. */
        public Builder furtherAudience(String audience) {
            audiences.add(requireText(audience, "an audience"));
            return this;
        }

        /**
         * Another client that a token may have been issued to on behalf of this one, such as the application's Android
         * client at Google; call again for each. Default: none.
         */
        public Builder authorizedParty(String otherClientId) {
            parties.add(requireText(otherClientId, "an authorized party"));
            return this;
        }

        /**
         * Accepts tokens that do not repeat the nonce, from issuers that never do. A wrong one is refused still, and one
         * without it that came through a browser or another client.
         */
        public Builder acceptMissingNonce() {
            nonceMayBeMissing = true;
            return this;
        }

        /** Refuses userinfo that is not signed, for issuers that were told to sign it. Default: both are taken. */
        public Builder signedUserinfo() {
            signedUserinfo = true;
            return this;
        }

        /** The limits and the clock of an environment. */
        public Builder in(Environment environment) {
            return limits(environment.limits()).clock(environment.clock());
        }

        /** The limits on size, clocks and ages. Default: {@link OAuthLimits#STANDARD}. */
        public Builder limits(OAuthLimits values) {
            limits = requireNonNull(values, "values");
            return this;
        }

        /** Default: the system's clock. */
        public Builder clock(Clock source) {
            clock = requireNonNull(source, "source");
            return this;
        }

        private static String requireText(String text, String part) {
            if (text.isBlank()) {
                throw new IllegalArgumentException(part + " must not be blank");
            }
            return text;
        }

        /** The verifier. */
        public IdTokenVerifier build() {
            return new IdTokenVerifier(this);
        }
    }
}
