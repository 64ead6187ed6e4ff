package dev.onoma.core.ticket;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a store knows of a code, and the link beside it, that were sent to an address to log in with. Code and link
 * themselves are known only there, and to nobody who reads the store: a code of six digits would be found by trying.
 *
 * @param connection the connection's name
 * @param address what two spellings of the address share
 * @param id 64 hexadecimal digits, another one for each sending
 * @param codeMac the keyed hash of the code, as 64 hexadecimal digits
 * @param linkMac the keyed hash of what the link holds, likewise
 * @param browserMac the keyed hash of what the browser that asked for the code holds, likewise; another one for each
 *     sending
 * @param expiresAt from when on it is good for nothing
 */
public record LoginCode(
        String connection,
        String address,
        String id,
        String codeMac,
        String linkMac,
        String browserMac,
        Instant expiresAt) {
    public LoginCode {
        requireNonNull(connection, "connection");
        requireNonNull(address, "address");
        requireNonNull(id, "id");
        requireNonNull(codeMac, "codeMac");
        requireNonNull(linkMac, "linkMac");
        requireNonNull(browserMac, "browserMac");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** Its connection and time. */
    @Override
    public String toString() {
        return "LoginCode[" + connection + ", " + expiresAt + "]";
    }
}
