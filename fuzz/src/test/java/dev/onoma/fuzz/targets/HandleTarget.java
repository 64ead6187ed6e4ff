package dev.onoma.fuzz.targets;

import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Bytes;
import dev.onoma.oauth.client.CodeVerifier;
import dev.onoma.oauth.transaction.LoginTransaction;
import dev.onoma.oauth.transaction.TransactionHandles;
import dev.onoma.oauth.transaction.TransactionKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A browser's handles: text as it is, or a right one with edits, which open nothing unless nothing was edited. */
final class HandleTarget implements Target {
    private final TransactionHandles handles = new TransactionHandles(TransactionKey.of(new byte[32]));
    private final LoginTransaction login = new LoginTransaction(
            LoginTransaction.Purpose.LOGIN,
            "s".repeat(43),
            "n".repeat(43),
            new CodeVerifier("v".repeat(43)),
            new LoginTransaction.Binding("google", "client", "https://issuer.example", "https://app.example/back"),
            "/basket",
            Instant.ofEpochMilli(1_800_000_000_000L));
    private final String right = handles.seal(login);

    @Override
    public List<byte[]> seeds() {
        return List.of(
                new byte[] {1}, new byte[] {1, 0, 1, 0, 'e'}, "AQ".repeat(40).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void run(byte[] input) {
        Bytes bytes = new Bytes(input);
        boolean edited = input.length > 0 && input[0] == 1;
        if (edited) {
            bytes.take();
        }
        String handle = edited ? bytes.edited(right) : bytes.rest();

        Same.check("a handle", handles.open(handle), handle.equals(right) ? Optional.of(login) : Optional.empty());
    }
}
