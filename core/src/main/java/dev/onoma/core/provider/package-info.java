/** Providers as tables from claims to root attributes, and the normalized profile they give. */
@NullMarked
package dev.onoma.core.provider;

import org.jspecify.annotations.NullMarked;
