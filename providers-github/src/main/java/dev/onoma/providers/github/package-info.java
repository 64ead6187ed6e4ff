/** GitHub as an identity provider. */
@NullMarked
package dev.onoma.providers.github;

import org.jspecify.annotations.NullMarked;
