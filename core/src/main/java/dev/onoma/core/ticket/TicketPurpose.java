package dev.onoma.core.ticket;

import java.util.Locale;

/** What a ticket allows; it is good for nothing else. */
public enum TicketPurpose {
    /** To say that the address is the user's. */
    VERIFY_EMAIL,
    /** To make the address the user's, in the place of the one before. */
    CHANGE_EMAIL,
    /** To choose a new password. */
    RESET_PASSWORD;

    /** Its name in stores: {@code verify_email}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
