@NullMarked
package dev.onoma.store.jdbc;

import org.jspecify.annotations.NullMarked;
