/** The login flow: out to an identity provider, and back with verified claims. */
@NullMarked
package dev.onoma.oauth;

import org.jspecify.annotations.NullMarked;
