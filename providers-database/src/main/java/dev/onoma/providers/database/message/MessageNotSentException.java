package dev.onoma.providers.database.message;

import dev.onoma.core.OnomaException;

/**
 * A message could not be brought on its way. What the mail library or server said is left out: it quotes the address.
 */
public final class MessageNotSentException extends OnomaException {
    private static final long serialVersionUID = 1L;

    public MessageNotSentException(String message) {
        super("message_not_sent", message);
    }
}
