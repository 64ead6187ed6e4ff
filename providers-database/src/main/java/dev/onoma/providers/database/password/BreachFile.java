package dev.onoma.providers.database.password;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file of SHA-1 hashes, one a line in hexadecimal and in order, each perhaps with a colon and a count behind it, as
 * the download of "Have I Been Pwned" is ordered by hash. Searched where it lies, in some thirty reads of a line: 40 GB
 * need no memory. Thread-safe until closed.
 *
 * @see <a href="https://haveibeenpwned.com/Passwords">Pwned Passwords</a>
 */
public final class BreachFile implements BreachList, AutoCloseable {
    private static final int HEX = 2 * PasswordSha1.BYTES;
    /** A hash, a colon, a count of any length that it could have, and the ends of this line and the one before. */
    private static final int LONGEST_LINE = HEX + 1 + 20 + 2;

    private final FileChannel file;

    private BreachFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Opens a file, whose first line is looked at.
     *
     * @throws BreachListException when it cannot be read, or does not begin with a hash
     */
    public static BreachFile open(Path path) {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            BreachFile list = new BreachFile(file);
            if (!isHash(list.hashAt(0))) {
                file.close();
                throw new BreachListException("the file of breached passwords does not begin with a hash");
            }
            return list;
        } catch (IOException unreadable) {
            throw new BreachListException("the file of breached passwords cannot be read", unreadable);
        }
    }

    @Override
    public boolean contains(byte[] sha1) {
        String wanted = HexFormat.of().withUpperCase().formatHex(sha1);
        try {
            long low = 0;
            long high = file.size();
            // Between them lies the begin of the line, if there is one.
            while (low < high) {
                long middle = lineBegin((low + high) >>> 1);
                String found = hashAt(middle);
                if (!isHash(found)) {
                    throw new BreachListException("the file of breached passwords has a line that is no hash");
                }
                int order = found.compareTo(wanted);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = Math.max(low + 1, nextLine(middle));
                } else {
                    high = middle;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw new BreachListException("the file of breached passwords cannot be read", unreadable);
        }
    }

    private String hashAt(long begin) throws IOException {
        return text(begin, HEX).toUpperCase(Locale.ROOT);
    }

    private static boolean isHash(String text) {
        return text.matches("[0-9A-F]{" + HEX + "}");
    }

    /** Where the line begins that a place is in. */
    private long lineBegin(long place) throws IOException {
        long from = Math.max(0, place - LONGEST_LINE);
        int feed = text(from, (int) (place - from)).lastIndexOf('\n');
        return feed < 0 ? from : from + feed + 1;
    }

    private long nextLine(long begin) throws IOException {
        int feed = text(begin, LONGEST_LINE).indexOf('\n');
        return feed < 0 ? file.size() : begin + feed + 1;
    }

    private String text(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    /** Closes the file. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unwritten) {
            throw new BreachListException("the file of breached passwords cannot be closed", unwritten);
        }
    }
}
