/** Any OpenID Connect issuer as an identity provider. */
@NullMarked
package dev.onoma.providers.oidc;

import org.jspecify.annotations.NullMarked;
