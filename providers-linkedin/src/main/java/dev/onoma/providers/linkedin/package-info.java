/** LinkedIn as an identity provider. */
@NullMarked
package dev.onoma.providers.linkedin;

import org.jspecify.annotations.NullMarked;
