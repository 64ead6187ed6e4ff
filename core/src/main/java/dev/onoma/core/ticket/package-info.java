/** What is sent to an address to prove that somebody reads it: tickets in links, and codes to be typed. */
@NullMarked
package dev.onoma.core.ticket;

import org.jspecify.annotations.NullMarked;
