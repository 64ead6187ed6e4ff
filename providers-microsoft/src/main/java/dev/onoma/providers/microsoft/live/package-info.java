/** Live logins with Microsoft. Needs the module {@code dev.onoma.oauth}, which is optional. */
@NullMarked
package dev.onoma.providers.microsoft.live;

import org.jspecify.annotations.NullMarked;
