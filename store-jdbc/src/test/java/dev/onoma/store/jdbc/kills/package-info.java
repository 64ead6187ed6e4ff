/** Kills of processes and of databases. */
@NullMarked
package dev.onoma.store.jdbc.kills;

import org.jspecify.annotations.NullMarked;
