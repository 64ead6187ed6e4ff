package dev.onoma.cli.run;

import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file that configures connections as a scenario does, one a line. */
public final class ConnectionsFile {
    private ConnectionsFile() {}

    /**
     * The connections of a file.
     *
     * @throws WrongCallException naming the line that is wrong, and how
     */
    public static Connections read(String file, Terminal terminal) {
        List<Connection> connections = new ArrayList<>();
        int number = 0;
        // Bytes as characters: what is no UTF-8 is refused where a line is read.
        for (String line : new String(terminal.read(file), StandardCharsets.ISO_8859_1).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                connections.add(connection(line.getBytes(StandardCharsets.ISO_8859_1), file + ", line " + number));
            }
        }
        if (connections.isEmpty()) {
            throw new WrongCallException(file + ": there is no connection in it");
        }
        try {
            return Connections.of(connections);
        } catch (IllegalArgumentException twice) {
            throw new WrongCallException(file + ": " + twice.getMessage());
        }
    }

    private static Connection connection(byte[] line, String place) {
        try {
            Operation operation = Operation.parse(line);
            if (!operation.name().equals("connection")) {
                throw new WrongLineException("only the operation connection belongs here");
            }
            return ConnectionReader.read(operation);
        } catch (WrongLineException | IllegalArgumentException | JsonException wrong) {
            throw new WrongCallException(place + ": " + wrong.getMessage());
        }
    }
}
