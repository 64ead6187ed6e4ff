/** The commands about provider modules. */
@NullMarked
package dev.onoma.cli.provider;

import org.jspecify.annotations.NullMarked;
