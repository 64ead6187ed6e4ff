/** Users in bulk: files that are imported, and users that are exported. */
@NullMarked
package dev.onoma.core.transfer;

import org.jspecify.annotations.NullMarked;
