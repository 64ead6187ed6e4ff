package dev.onoma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Standard output")
class OutputTest {
    private static final String TWO_DOCUMENTS = Shell.json("{'sub':'1'}{'sub':'2'}");
    private static final String TWO_LINES = Shell.json("{'show':{'user_id':'a|b'}}\n{'show':{'user_id':'a|b'}}\n");
    private static final String[] MAP = {"map", "--provider", "google"};
    private static final String[] RUN = {"run"};

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String[] arguments, String input, OutputStream out) {
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return Onoma.run(arguments, new Terminal(in, out, err));
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A stream that takes a number of writes and then fails. */
    private static OutputStream failing(int after, String message) {
        return new OutputStream() {
            private int writes;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (writes++ >= after) {
                    throw new IOException(message);
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @DisplayName("on a full disk: one complaint and exit status 2, for half of the results must not look like all")
    void fullDisk(int after) {
        assertThat(run(MAP, TWO_DOCUMENTS, failing(after, "No space left on device")))
                .isEqualTo(2);
        assertThat(complaint()).isEqualTo("onoma: cannot write to standard output\n");
    }

    @Test
    @DisplayName("on a full disk: a scenario complains too")
    void fullDiskScenario() {
        assertThat(run(RUN, TWO_LINES, failing(1, "No space left on device"))).isEqualTo(2);
        assertThat(complaint()).isEqualTo("onoma: cannot write to standard output\n");
    }

    @Test
    @DisplayName("that is no longer read ends the run quietly")
    void closedPipe() {
        assertThat(run(MAP, TWO_DOCUMENTS, failing(1, "Broken pipe"))).isZero();
        assertThat(run(RUN, TWO_LINES, failing(1, "Broken pipe"))).isZero();
        assertThat(complaint()).isEmpty();
    }

    @Test
    @DisplayName("gets each result at once, before a later line turns out to be wrong")
    void atOnce() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int status = run(RUN, Shell.json("{'show':{'user_id':'a|b'}}\nnope\n"), out);

        assertThat(status).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).endsWith("\n");
    }

    @Test
    @DisplayName("is UTF-8 with line feeds, whatever the machine prefers")
    void utf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        run(MAP, Shell.json("{'sub':'1','name':'Ž'}"), out);

        assertThat(out.toByteArray()).contains(0xC5, 0xBD).endsWith('}', '\n').doesNotContain('\r');
    }

    @Test
    @DisplayName("gets nothing where standard input cannot be read, and the complaint is one line")
    void unreadableInput() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("Is a directory");
            }
        };

        int status = Onoma.run(MAP, new Terminal(in, out, err));

        assertThat(status).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(complaint()).isEqualTo("onoma: cannot read standard input\n");
    }
}
