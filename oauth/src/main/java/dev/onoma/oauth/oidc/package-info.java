/** OpenID Connect: discovery, keys, id_tokens and userinfo, verified. */
@NullMarked
package dev.onoma.oauth.oidc;

import org.jspecify.annotations.NullMarked;
