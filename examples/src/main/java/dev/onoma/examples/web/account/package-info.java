/** The application's own accounts: signing up, passwords, codes by e-mail, and the mailbox for development. */
@NullMarked
package dev.onoma.examples.web.account;

import org.jspecify.annotations.NullMarked;
