/** Google as an identity provider. */
@NullMarked
package dev.onoma.providers.google;

import org.jspecify.annotations.NullMarked;
