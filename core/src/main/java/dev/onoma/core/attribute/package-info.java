/** The root attributes of a profile: their names, values, owners, formats and derivation. */
@NullMarked
package dev.onoma.core.attribute;

import org.jspecify.annotations.NullMarked;
