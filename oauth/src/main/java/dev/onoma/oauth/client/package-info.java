/** An application's registration at an identity provider, and how its logins become claims. */
@NullMarked
package dev.onoma.oauth.client;

import org.jspecify.annotations.NullMarked;
