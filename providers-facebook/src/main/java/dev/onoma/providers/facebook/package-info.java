/** Facebook as an identity provider. */
@NullMarked
package dev.onoma.providers.facebook;

import org.jspecify.annotations.NullMarked;
