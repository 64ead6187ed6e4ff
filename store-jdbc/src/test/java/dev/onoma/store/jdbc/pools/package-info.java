/** Connections, health and metrics. */
@NullMarked
package dev.onoma.store.jdbc.pools;

import org.jspecify.annotations.NullMarked;
