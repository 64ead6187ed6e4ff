/** Live logins with Apple. Needs the module {@code dev.onoma.oauth}, which is optional. */
@NullMarked
package dev.onoma.providers.apple.live;

import org.jspecify.annotations.NullMarked;
