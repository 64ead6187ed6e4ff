package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.providers.database.password.Password;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The password that somebody is to have: typed twice, unseen, or else the first line of standard input. */
final class NewPassword {
    private NewPassword() {}

    /**
     * Reads it.
     *
     * @throws WrongCallException when there is none, or the two are not the same
     */
    static Password read(Terminal terminal) {
        return Password.of(terminal.isInteractive() ? typed(terminal) : given(terminal));
    }

    private static String typed(Terminal terminal) {
        Optional<String> first = terminal.askSecretly("New password: ");
        if (first.isEmpty()) {
            throw new WrongCallException("no password was typed");
        }
        if (!first.equals(terminal.askSecretly("Once more: "))) {
            throw new WrongCallException("the two passwords are not the same");
        }
        return first.get();
    }

    private static String given(Terminal terminal) {
        byte[] line = terminal.firstLine(Password.MAX_BYTES + 2);
        int length = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        if (length == 0) {
            throw new WrongCallException("a password is needed, on a terminal or as the first line of standard input");
        }
        if (length > Password.MAX_BYTES) {
            throw new WrongCallException("a password may have " + Password.MAX_BYTES + " bytes at most");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new WrongCallException("the first line of standard input is not UTF-8");
        }
    }
}
