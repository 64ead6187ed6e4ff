package dev.onoma.oauth.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider on the loopback host that answers byte by byte as a test says, and remembers what it was asked. */
public final class Loopback implements Closeable {
    private final ServerSocket socket;
    private final Answer answer;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Loopback(Answer answer) {
        this.answer = answer;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread acceptor = new Thread(this::accept, "loopback");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** A provider that answers each request so, and closes the connection afterwards. */
    public static Loopback answering(Answer answer) {
        return new Loopback(answer);
    }

    /** A provider that answers each request with these very bytes. */
    public static Loopback answering(String response) {
        return answering((request, out) -> out.write(response.getBytes(UTF_8)));
    }

    /** Status 200 with a JSON document. */
    public static String json(String body) {
        return response(200, "application/json", body);
    }

    /** A plain response. */
    public static String response(int status, String type, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\nConnection: close\r\n\r\n" + body;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** What was asked, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread thread = new Thread(() -> serve(connection), "loopback-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            Request request = Request.read(in);
            requests.add(request);
            answer.to(request, out);
            out.flush();
        } catch (IOException gone) {
            // The client hung up, which is what some tests are about: they see it in what the client reports.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a provider writes to the wire. */
    @FunctionalInterface
    public interface Answer {
        void to(Request request, OutputStream out) throws IOException;
    }

    /** A request as it came over the wire. */
    public record Request(String method, String target, Map<String, String> headers, String body) {
        /** The target without its query. */
        public String path() {
            return target.split("\\?", 2)[0];
        }

        static Request read(InputStream in) throws IOException {
            String[] line = line(in).split(" ", -1);
            if (line.length < 3) {
                throw new IOException("no HTTP");
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                String[] parts = header.split(":", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
            }
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new Request(line[0], line[1], headers, new String(in.readNBytes(length), UTF_8));
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("no request");
                }
                line.append(new String(new byte[] {(byte) c}, ISO_8859_1));
            }
            return line.toString().strip();
        }
    }
}
