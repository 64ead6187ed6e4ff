package dev.onoma.oauth.client;

import com.github.scribejava.core.model.OAuth2AccessToken;

/** The tokens of a response on their way through ScribeJava, which does not keep the response beside them. */
final class ReadTokens extends OAuth2AccessToken {
    private static final long serialVersionUID = 1L;

    private final transient ProviderTokens tokens;

    ReadTokens(ProviderTokens tokens) {
        super(tokens.accessToken());
        this.tokens = tokens;
    }

    ProviderTokens tokens() {
        return tokens;
    }

    // Two are equal as ScribeJava says, by their access token.
    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
