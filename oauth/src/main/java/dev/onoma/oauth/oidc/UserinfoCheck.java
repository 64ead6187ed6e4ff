package dev.onoma.oauth.oidc;

import dev.onoma.core.Limits;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.http.Deadline;
import dev.onoma.oauth.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Judges the response of a userinfo endpoint: JSON, or a token signed by the issuer, of the same person as the id_token.
 *
 * @param json how a response is read
 * @param signed whether only a signed one will do
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfoResponseValidation">OpenID Connect Core
 *     1.0, section 5.3.4</a>
 */
record UserinfoCheck(SignatureCheck signatures, AudienceRule audience, TimeRules times, Limits json, boolean signed) {
    private static final String SIGNED = "application/jwt";

    Claims check(HttpReply reply, VerifiedIdToken idToken, Optional<Deadline> deadline, long now) {
        boolean token = reply.mediaType().filter(SIGNED::equals).isPresent();
        if (signed && !token) {
            throw new DeniedException(DenialCode.INVALID_USERINFO, "userinfo must be signed");
        }
        TokenClaims claims = token
                ? verified(new String(reply.body(), StandardCharsets.ISO_8859_1), idToken, deadline, now)
                : TokenClaims.parse(reply.body(), Evidence.USERINFO_RESPONSE, TokenKind.PLAIN_USERINFO, json);
        Optional<String> subject = claims.text("sub");
        if (subject.isEmpty() || !subject.get().equals(idToken.subject())) {
            throw claims.refuse(TokenProblem.SUBJECT_MISMATCH, "sub", "must be that of the id_token");
        }
        return claims.asClaims();
    }

    /** Issuer and audience are required where it is signed; times are not, and hold where they are there. */
    private TokenClaims verified(String text, VerifiedIdToken idToken, Optional<Deadline> deadline, long now) {
        SignedToken token = signatures.verify(text, TokenKind.SIGNED_USERINFO, TokenOrigin.ISSUER, deadline);
        TokenClaims claims =
                TokenClaims.parse(token.payload(), Evidence.USERINFO_RESPONSE, TokenKind.SIGNED_USERINFO, json);
        // The issuer is that of the id_token, whose key was checked for it.
        if (!claims.requiredText("iss").equals(idToken.issuer())) {
            throw claims.refuse(TokenProblem.WRONG_ISSUER, "iss", "must be that of the id_token");
        }
        List<String> audiences = claims.requiredTexts("aud");
        if (!audiences.contains(audience.clientId())) {
            throw claims.refuse(TokenProblem.WRONG_AUDIENCE, "aud", "must hold the client id");
        }
        OptionalLong expiry = claims.seconds("exp");
        if (expiry.isPresent() && times.isPast(expiry.getAsLong(), now)) {
            throw claims.refuse(TokenProblem.EXPIRED, "exp", "is past");
        }
        return claims;
    }
}
