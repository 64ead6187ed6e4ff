package dev.onoma.oauth.oidc;

import dev.onoma.oauth.denial.DenialCode;
import dev.onoma.oauth.limit.OAuthLimit;

/** What holds claims about a person, and how its refusals are worded. */
enum TokenKind {
    ID_TOKEN("id_token", DenialCode.INVALID_ID_TOKEN, OAuthLimit.ID_TOKEN_BYTES),
    SIGNED_USERINFO("signed userinfo", DenialCode.INVALID_USERINFO, OAuthLimit.USERINFO_BYTES),
    PLAIN_USERINFO("userinfo", DenialCode.INVALID_USERINFO, OAuthLimit.USERINFO_BYTES);

    private final String part;
    private final DenialCode code;
    private final OAuthLimit limit;

    TokenKind(String part, DenialCode code, OAuthLimit limit) {
        this.part = part;
        this.code = code;
        this.limit = limit;
    }

    /** How many bytes one may have. */
    OAuthLimit limit() {
        return limit;
    }

    /** A refusal; the message follows the name of the kind. */
    InvalidTokenException refuse(TokenProblem problem, String message) {
        return new InvalidTokenException(code, problem, part + " " + message);
    }

    /** A refusal of one claim. */
    InvalidTokenException refuseClaim(TokenProblem problem, String claim, String message) {
        return refuse(problem, "claim \"" + claim + "\" " + message);
    }
}
