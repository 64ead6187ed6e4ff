package dev.onoma.providers.database.message.smtp;

/** How a connection to a mail server is encrypted. */
public enum SmtpEncryption {
    /** It becomes so before anything is said (RFC 3207), or the message is not sent. Port 587 as a rule. */
    STARTTLS(587),
    /** It is from the first byte (RFC 8314, section 3.3). Port 465 as a rule. */
    IMPLICIT_TLS(465),
    /** It is not: for a server on the same machine alone. Whoever is in between reads codes and tickets. */
    NONE_ON_LOOPBACK(25);

    private final int port;

    SmtpEncryption(int port) {
        this.port = port;
    }

    /** The usual port. */
    public int port() {
        return port;
    }
}
