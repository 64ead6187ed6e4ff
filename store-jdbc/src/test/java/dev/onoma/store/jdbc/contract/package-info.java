@NullMarked
package dev.onoma.store.jdbc.contract;

import org.jspecify.annotations.NullMarked;
