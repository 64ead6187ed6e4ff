/** E-mail by SMTP, through Jakarta Mail. */
@NullMarked
package dev.onoma.providers.database.message.smtp;

import org.jspecify.annotations.NullMarked;
