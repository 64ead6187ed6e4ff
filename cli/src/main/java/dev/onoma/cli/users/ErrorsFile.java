package dev.onoma.cli.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.cli.WrongCallException;
import dev.onoma.core.transfer.FailedRow;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file with one line for each row that fails. Lines are written before the store moves on, so that none is lost;
 * those that the store did not move on with are overwritten, so that none is there twice.
 */
final class ErrorsFile implements AutoCloseable {
    private final @Nullable FileChannel file;

    /** Up to here the lines are of rows that the store has passed. */
    private long kept;

    /**
     * Opens the file, without changing it.
     *
     * @param path where; empty for nowhere
     */
    ErrorsFile(Optional<Path> path) {
        try {
            file = path.isPresent()
                    ? FileChannel.open(
                            path.get(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)
                    : null;
        } catch (IOException | UnsupportedOperationException unwritable) {
            throw unwritable();
        }
    }

    /** Keeps that many lines of an earlier run, and nothing else. */
    void start(long lines) {
        if (file != null) {
            kept = lines == 0 ? 0 : endOfLine(file, lines);
            write(List.of());
        }
    }

    private static long endOfLine(FileChannel file, long lines) {
        // Not closed, which would close the file.
        InputStream text = new BufferedInputStream(Channels.newInputStream(file));
        long left = lines;
        long end = 0;
        long at = 0;
        try {
            for (int next = text.read(); next >= 0 && left > 0; next = text.read()) {
                at++;
                if (next == '\n') {
                    end = at;
                    left--;
                }
            }
            return end;
        } catch (IOException unreadable) {
            throw unwritable();
        }
    }

    /** Writes lines behind those that are kept, in the place of others. */
    void write(List<FailedRow> rows) {
        if (file == null) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(row.toJson().toJson()).append('\n'));
        try {
            file.truncate(kept);
            file.position(kept);
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException full) {
            throw unwritable();
        }
    }

    /** Keeps all lines that there are. */
    void keep() {
        try {
            kept = file == null ? 0 : file.position();
        } catch (IOException gone) {
            throw unwritable();
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException late) {
            throw unwritable();
        }
    }

    private static WrongCallException unwritable() {
        return new WrongCallException("cannot write the file of --errors");
    }
}
