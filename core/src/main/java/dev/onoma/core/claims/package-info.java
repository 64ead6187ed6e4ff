/** What a provider said: immutable claims in ordered sources, each with its evidence. */
@NullMarked
package dev.onoma.core.claims;

import org.jspecify.annotations.NullMarked;
