/** What leaves for people's addresses: tickets, codes and notices. */
@NullMarked
package dev.onoma.providers.database.message;

import org.jspecify.annotations.NullMarked;
