package dev.onoma.providers.database.passwordless;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.store.CodeStore;
import dev.onoma.core.ticket.LoginCode;
import dev.onoma.providers.database.guard.AccountKey;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.guard.AccountLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Draws codes and links, and takes them back: the store sees keyed hashes alone. */
final class CodeDesk {
    private static final int BYTES = 32;
    private static final int LONGEST_TYPED = 128;

    private final String connection;
    private final RootAttribute attribute;
    private final CodeStore store;
    private final AccountKey key;
    private final AccountLimits limits;
    private final HandleSeal seal;
    private final SecureRandom random = new SecureRandom();

    CodeDesk(String connection, RootAttribute attribute, CodeStore store, AccountKey key, AccountLimits limits) {
        this.connection = connection;
        this.attribute = attribute;
        this.store = store;
        this.key = key;
        this.limits = limits;
        this.seal = new HandleSeal(key, connection);
    }

    /** What is drawn for one login: the code and what its link holds, for the address; the handle, for the browser. */
    record Issued(String code, String link, String handle, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + expiresAt + "]";
        }
    }

    /** A new code and link for an address; earlier ones are void. */
    Issued issue(CodeAddress address, Instant now) {
        Instant expiresAt = now.plus(limits.seconds(AccountLimit.CODE_SECONDS));
        String id = HexFormat.of().formatHex(randomBytes());
        String code = code();
        String link = text(randomBytes());
        String secret = text(randomBytes());
        store.put(new LoginCode(
                connection,
                address.key(),
                id,
                mac("login code", address, id, code),
                mac("login link", address, id, link),
                browserMac(address, secret),
                expiresAt));
        return new Issued(code, link, seal.seal(new BrowserHandle(address.text(), secret, expiresAt)), expiresAt);
    }

    /** The address to which this browser's code was sent; it is good no longer. */
    Optional<CodeAddress> takeCode(String handle, String typed, Instant now) {
        return take(
                handle,
                now,
                (address, known) -> typed.length() <= LONGEST_TYPED
                        && same(known.codeMac(), mac("login code", address, known.id(), digits(typed))));
    }

    /** The address to which this browser's link was sent; it is good no longer. */
    Optional<CodeAddress> takeLink(String handle, String token, Instant now) {
        return take(
                handle,
                now,
                (address, known) -> token.length() <= LONGEST_TYPED
                        && same(known.linkMac(), mac("login link", address, known.id(), token)));
    }

    private Optional<CodeAddress> take(String text, Instant now, Proof proof) {
        Optional<BrowserHandle> handle =
                seal.open(text).filter(opened -> opened.expiresAt().isAfter(now));
        if (handle.isEmpty()) {
            return Optional.empty();
        }
        CodeAddress address = CodeAddress.of(attribute, handle.get().address());
        String browserMac = browserMac(address, handle.get().secret());
        return store.tryOnce(connection, address.key(), browserMac, limits.of(AccountLimit.CODE_TRIES), now)
                .filter(known -> proof.isGiven(address, known))
                .filter(store::take)
                .map(known -> address);
    }

    /** What was typed or followed. */
    @FunctionalInterface
    private interface Proof {
        boolean isGiven(CodeAddress address, LoginCode known);
    }

    private String browserMac(CodeAddress address, String secret) {
        return key.mac("login browser", connection, address.key(), secret);
    }

    private String mac(String purpose, CodeAddress address, String id, String text) {
        return key.mac(purpose, connection, address.key(), id, text);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Each digit is drawn by itself: none is likelier than another, at whatever length. */
    private String code() {
        int digits = limits.of(AccountLimit.CODE_DIGITS);
        StringBuilder code = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            code.append((char) ('0' + random.nextInt(10)));
        }
        return code.toString();
    }

    /** People type codes in groups. */
    private static String digits(String typed) {
        return typed.replaceAll("[\\s\\u00a0-]", "");
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
