/** Microsoft as an identity provider. */
@NullMarked
package dev.onoma.providers.microsoft;

import org.jspecify.annotations.NullMarked;
