/** Live logins with any OpenID Connect issuer. Needs the module {@code dev.onoma.oauth}, which is optional. */
@NullMarked
package dev.onoma.providers.oidc.live;

import org.jspecify.annotations.NullMarked;
