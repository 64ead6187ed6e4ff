/** Live logins with Discord. Needs the module {@code dev.onoma.oauth}, which is optional. */
@NullMarked
package dev.onoma.providers.discord.live;

import org.jspecify.annotations.NullMarked;
