/** Finding users: the query language, what its queries mean, the order of what is found, and pages. */
@NullMarked
package dev.onoma.core.search;

import org.jspecify.annotations.NullMarked;
