/** Discord as an identity provider. */
@NullMarked
package dev.onoma.providers.discord;

import org.jspecify.annotations.NullMarked;
