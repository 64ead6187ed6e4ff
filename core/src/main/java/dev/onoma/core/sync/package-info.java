/** Which root attributes a login writes, and why. */
@NullMarked
package dev.onoma.core.sync;

import org.jspecify.annotations.NullMarked;
