/** Apple as an identity provider. */
@NullMarked
package dev.onoma.providers.apple;

import org.jspecify.annotations.NullMarked;
