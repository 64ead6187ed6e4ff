/** What happens when a new identity could belong to a known user. */
@NullMarked
package dev.onoma.core.link;

import org.jspecify.annotations.NullMarked;
