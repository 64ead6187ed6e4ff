package dev.onoma.testkit.oauth;

/**
 * A rule that a fake provider breaks when told to. Each constant's sentence says what then goes over the wire; what is
 * not mentioned stays as it should be. Broken HTTP is another matter: {@link dev.onoma.testkit.oauth.http.Fault}.
 */
public enum Misbehaviour {
    // The answer to the browser.

    /** The response bears another state than the request did. */
    WRONG_STATE,
    /** The response bears no state. */
    MISSING_STATE,
    /** The response bears the right state, and then another one. */
    DUPLICATE_STATE,
    /** The response names another issuer, as in a mix-up (RFC 9207, section 2.4). */
    WRONG_RESPONSE_ISSUER,
    /** The response names no issuer although the discovery document promises it. */
    MISSING_RESPONSE_ISSUER,
    /** The response bears the right issuer, and then another one. */
    DUPLICATE_RESPONSE_ISSUER,
    /** The response bears no code. */
    MISSING_CODE,
    /** The response bears the right code, and then another one. */
    DUPLICATE_CODE,
    /** The code begins with {@code 4/0} and ends in {@code ==}, which careless decoding loses. */
    PADDED_CODE,
    /** The person said no: {@code access_denied}. */
    ACCESS_DENIED,
    /** The provider cannot now: {@code temporarily_unavailable}. */
    TEMPORARILY_UNAVAILABLE,
    /** The provider refuses to ask the person: {@code interaction_required}. */
    INTERACTION_REQUIRED,
    /** An error code that no specification knows, with a description in HTML, line breaks and control characters. */
    HOSTILE_ERROR,
    /** An error beside a good code. */
    ERROR_BESIDE_CODE,

    // The token response.

    /** The token response holds no id_token. */
    MISSING_ID_TOKEN,
    /** The id_token is a number. */
    NUMERIC_ID_TOKEN,
    /** The id_token is text, but no token. */
    GARBLED_ID_TOKEN,
    /** The token response holds no access token. */
    MISSING_ACCESS_TOKEN,
    /** The token type is {@code mac}. */
    WRONG_TOKEN_TYPE,
    /** {@code expires_in} is 99999999999, which overflows 32 bits. */
    ENORMOUS_EXPIRES_IN,
    /** The id_token is the one of the answer before, where there was one. */
    REPLAYED_ID_TOKEN,
    /** An error of OAuth 2.0 with status 200. */
    ERROR_WITH_STATUS_200,
    /** A code is accepted again and again. */
    REUSABLE_CODES,

    // The claims of the id_token.

    /** {@code iss} is another issuer's. */
    WRONG_ISSUER,
    /** {@code iss} has a slash at its end. */
    ISSUER_WITH_SLASH,
    /** {@code iss} lacks its scheme, as Google's may: right for Google alone. */
    ISSUER_WITHOUT_SCHEME,
    /** There is no {@code iss}. */
    MISSING_ISSUER,
    /** {@code aud} is another client. */
    WRONG_AUDIENCE,
    /** There is no {@code aud}. */
    MISSING_AUDIENCE,
    /** {@code aud} is an empty array. */
    EMPTY_AUDIENCE,
    /** {@code aud} is an array of this client alone: unusual, and allowed. */
    AUDIENCE_IN_ARRAY,
    /** {@code aud} is this client and a foreign one, without {@code azp}. */
    SEVERAL_AUDIENCES,
    /** {@code aud} is this client and a foreign one, and {@code azp} is this client. */
    SEVERAL_AUDIENCES_WITH_AZP,
    /** {@code azp} is another client. */
    WRONG_AZP,
    /** {@code nonce} is another one. */
    WRONG_NONCE,
    /** There is no {@code nonce}. */
    MISSING_NONCE,
    /** {@code at_hash} is that of another access token. */
    WRONG_AT_HASH,
    /** There is no {@code at_hash}: allowed in the code flow. */
    MISSING_AT_HASH,
    /** There is no {@code sub}. */
    MISSING_SUBJECT,
    /** {@code sub} is null. */
    NULL_SUBJECT,
    /** {@code sub} is a number. */
    NUMERIC_SUBJECT,
    /** {@code sub} is a blank. */
    BLANK_SUBJECT,
    /** {@code sub} has 256 characters, one more than OpenID Connect allows. */
    OVERLONG_SUBJECT,
    /** There is no {@code exp}. */
    MISSING_EXPIRY,
    /** {@code exp} was two hours ago. */
    EXPIRED,
    /** {@code exp} is 1e18. */
    ENORMOUS_EXPIRY,
    /** {@code exp} is text. */
    EXPIRY_AS_TEXT,
    /** {@code exp} is 30 days ahead. */
    LONG_LIFE,
    /** There is no {@code iat}. */
    MISSING_ISSUED_AT,
    /** {@code iat} is an hour ahead. */
    ISSUED_IN_FUTURE,
    /** {@code iat} was an hour ago, and {@code exp} is still to come. */
    ISSUED_LONG_AGO,
    /** {@code nbf} is an hour ahead. */
    NOT_YET_VALID,
    /** {@code hd} is another domain. */
    WRONG_HOSTED_DOMAIN,
    /** There is no {@code hd}. */
    MISSING_HOSTED_DOMAIN,
    /** The token says nothing at all: {@code {}}. */
    NO_CLAIMS,

    // The text of the id_token's claims.

    /** Each claim is there twice, with another value the second time. */
    DUPLICATE_CLAIMS,
    /** The claims are an array of pairs of name and value. */
    ARRAY_OF_PAIRS,
    /** The claims begin with a byte order mark. */
    BYTE_ORDER_MARK,
    /** A claim holds a byte that is not UTF-8. */
    INVALID_UTF8,
    /** A claim is 1,000 arrays deep. */
    DEEP_CLAIM,
    /** A claim makes the token longer than 64 KiB. */
    OVERSIZED_TOKEN,
    /** The claims are followed by more text. */
    TRAILING_TEXT,

    // The signature of the id_token.

    /** {@code alg} is {@code none}, and there is no signature. */
    ALG_NONE,
    /** {@code alg} is {@code NoNe}, and there is no signature. */
    ALG_NONE_IN_MIXED_CASE,
    /** {@code HS256}, keyed with the bytes of the public key. */
    HS256_WITH_PUBLIC_KEY,
    /** {@code HS256}, keyed with the client's secret. */
    HS256_WITH_CLIENT_SECRET,
    /** Signed by a stranger's key that the header brings along as {@code jwk}. */
    EMBEDDED_JWK,
    /** Signed by a stranger's key, which {@code jku} says where to fetch. */
    KEY_URL,
    /** Signed by a stranger's key, whose certificate {@code x5u} says where to fetch. */
    CERTIFICATE_URL,
    /** Signed by a stranger's key, under the {@code kid} of the right one. */
    FOREIGN_KEY,
    /** Signed by the right key, under a {@code kid} that nobody published. */
    UNKNOWN_KID,
    /** Signed by the right key, without a {@code kid}. */
    MISSING_KID,
    /** Signed by an RSA key of 1024 bits, which is published. */
    WEAK_KEY,
    /** Signed by the right key, as RS512 or ES512 in place of what was registered. */
    OTHER_ALGORITHM,
    /** One bit of the signature is turned round. */
    BROKEN_SIGNATURE,
    /** The signature is missing. */
    MISSING_SIGNATURE,
    /** An ES256 signature of zeros, for a published key of that kind (CVE-2022-21449). */
    ZERO_SIGNATURE,
    /** The right signature, with white space and padding in its base64url. */
    LENIENT_BASE64,
    /** {@code crit} names an extension that nobody knows. */
    CRITICAL_EXTENSION,
    /** {@code crit} is empty, which RFC 7515, section 4.1.11 forbids. */
    EMPTY_CRITICAL,
    /** {@code typ} is {@code at+jwt}: an access token in the place of an id_token. */
    ACCESS_TOKEN_TYPE,
    /** The header bears each of its members twice. */
    DUPLICATE_HEADER_MEMBERS,
    /** The header is an array of pairs. */
    HEADER_OF_PAIRS,
    /** An unsigned token inside an encrypted one (CVE-2026-29000). */
    UNSIGNED_INSIDE_JWE,
    /** An encrypted token that asks for two thousand million rounds of key derivation (CVE-2023-52428). */
    ENORMOUS_ROUNDS,

    // The published keys.

    /** A key without its modulus stands before the right one. */
    MALFORMED_NEIGHBOUR_KEY,
    /** A key of a kind that nobody knows stands before the right one. */
    FOREIGN_NEIGHBOUR_KEY,
    /** An RSA key of 1024 bits stands before the right one. */
    WEAK_NEIGHBOUR_KEY,
    /** A stranger's key stands before the right one, under the same {@code kid}. */
    DUPLICATE_KID,
    /** The right key is published for encryption. */
    KEY_FOR_ENCRYPTION,
    /** 60 other keys stand before the right one. */
    MANY_KEYS,
    /** No key is published. */
    NO_KEYS,
    /** Only a stranger's key is published. */
    OTHER_KEYS,

    // Userinfo.

    /** {@code sub} is another person's. */
    OTHER_SUBJECT_IN_USERINFO,
    /** There is no {@code sub}. */
    MISSING_SUBJECT_IN_USERINFO,
    /** {@code sub} is a number. */
    NUMERIC_SUBJECT_IN_USERINFO,
    /** The response is a signed token (OpenID Connect Core 1.0, section 5.3.2): allowed where it was registered. */
    SIGNED_USERINFO,
    /** The response is a token signed by a stranger's key. */
    SIGNED_USERINFO_BY_STRANGER,
    /** The response is a signed token for another client. */
    SIGNED_USERINFO_FOR_OTHERS,
    /** The response is an unsigned token. */
    UNSIGNED_USERINFO_TOKEN,

    // Discovery.

    /** The document names another issuer. */
    OTHER_ISSUER_IN_DISCOVERY,
    /** The document names no issuer. */
    MISSING_ISSUER_IN_DISCOVERY,
    /** The document names no token endpoint. */
    MISSING_TOKEN_ENDPOINT,
    /** The document names no keys. */
    MISSING_JWKS_URI,
    /** The token endpoint's address is relative. */
    RELATIVE_TOKEN_ENDPOINT,
    /** The document offers {@code none} first among the algorithms (CVE-2021-44878). */
    NONE_OFFERED,
    /** The document offers PKCE by {@code plain} alone. */
    PLAIN_PKCE_OFFERED,

    // The Graph API.

    /** {@code /me} answers with an error and status 200. */
    GRAPH_ERROR_WITH_STATUS_200,
    /** {@code /me} answers that too many calls were made (code 4). */
    GRAPH_RATE_LIMIT,
    /** {@code /me} answers with an expired session (code 190, subcode 463). */
    GRAPH_SESSION_EXPIRED,
    /** {@code /me} names no {@code id}. */
    MISSING_GRAPH_ID,
    /** {@code /me} bears the {@code id} of another person. */
    OTHER_GRAPH_ID,
    /** {@code /me} bears the {@code id} as a number. */
    NUMERIC_GRAPH_ID,
    /** {@code /debug_token} says that the token is of another app. */
    TOKEN_OF_OTHER_APP,
    /** {@code /debug_token} says that the token is of another person. */
    TOKEN_OF_OTHER_PERSON,
    /** {@code /debug_token} says that the token is not valid. */
    INVALID_TOKEN,
    /** {@code /debug_token} says that the token expired an hour ago. */
    EXPIRED_TOKEN,
    /** {@code /debug_token} says that the token is a page's, not a person's. */
    PAGE_TOKEN,

    // Plain OAuth 2.0.

    /** The token response is a form, as GitHub's is to whoever does not ask for JSON. */
    TOKENS_IN_FORM,
    /** The scopes in the token response are separated by commas, as GitHub's are (against RFC 6749, section 3.3). */
    COMMA_SEPARATED_SCOPES,
    /** The person granted only the first scope: what is beyond the profile answers 404. */
    NARROW_SCOPE,
    /** The profile is an error, {@code {"message":…}}, with status 200. */
    PROFILE_ERROR_WITH_STATUS_200
}
