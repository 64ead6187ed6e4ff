/** Live logins with GitHub. Needs the module {@code dev.onoma.oauth}, which is optional. */
@NullMarked
package dev.onoma.providers.github.live;

import org.jspecify.annotations.NullMarked;
