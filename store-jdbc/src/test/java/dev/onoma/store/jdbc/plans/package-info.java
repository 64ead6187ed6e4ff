/** How the engines carry statements out. */
@NullMarked
package dev.onoma.store.jdbc.plans;

import org.jspecify.annotations.NullMarked;
