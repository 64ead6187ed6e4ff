/** JSON as immutable values, compared by value; strict reading within limits. */
@NullMarked
package dev.onoma.core.json;

import org.jspecify.annotations.NullMarked;
