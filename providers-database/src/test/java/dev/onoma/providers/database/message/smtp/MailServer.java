package dev.onoma.providers.database.message.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server on this machine that speaks as much of RFC 5321 as is needed, and misbehaves when asked to. */
final class MailServer implements AutoCloseable {
    /** What a server can do, or does wrong. */
    enum Habit {
        STARTTLS,
        IMPLICIT_TLS,
        SMTPUTF8,
        AUTH,
        REFUSES_RECIPIENTS,
        SAYS_NOTHING
    }

    /** A mail as it came in. */
    record Mail(boolean encrypted, String from, List<String> to, String data) {}

    final List<Mail> mails = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private final SSLSocketFactory tls;
    private final Set<Habit> habits = EnumSet.noneOf(Habit.class);

    MailServer(SSLSocketFactory tls, Habit... habits) throws IOException {
        this.tls = tls;
        this.habits.addAll(List.of(habits));
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                boolean implicit = habits.contains(Habit.IMPLICIT_TLS);
                new Conversation(implicit ? encrypted(client) : client, implicit).run();
            } catch (IOException | UncheckedIOException gone) {
                // The client, or the test, has gone.
            }
        }
    }

    private SSLSocket encrypted(Socket client) throws IOException {
        SSLSocket secure = (SSLSocket) tls.createSocket(client, null, client.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private final class Conversation {
        private Socket client;
        private boolean secure;
        private BufferedReader in;
        private String from = "";
        private final List<String> to = new CopyOnWriteArrayList<>();

        Conversation(Socket client, boolean secure) throws IOException {
            this.client = client;
            this.secure = secure;
            this.in = reader();
        }

        private BufferedReader reader() throws IOException {
            return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        }

        void run() throws IOException {
            if (habits.contains(Habit.SAYS_NOTHING)) {
                in.readLine();
                return;
            }
            say("220 localhost");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                if (!answer(line)) {
                    return;
                }
            }
        }

        private boolean answer(String line) throws IOException {
            String verb = line.split(" ", 2)[0];
            switch (verb) {
                case "EHLO" -> greet();
                case "STARTTLS" -> {
                    say("220 go on");
                    client = encrypted(client);
                    secure = true;
                    in = reader();
                }
                case "AUTH" -> say(isRight(line) ? "235 ok" : "535 wrong password of user");
                case "MAIL" -> {
                    from = line;
                    say("250 ok");
                }
                case "RCPT" -> recipient(line);
                case "DATA" -> data();
                case "QUIT" -> {
                    say("221 bye");
                    return false;
                }
                default -> say("250 ok");
            }
            return true;
        }

        /** RFC 4616: whose rights, user and password, each behind a NUL but the first. */
        private boolean isRight(String line) {
            byte[] given = Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length()));
            return new String(given, StandardCharsets.UTF_8).endsWith("\0user\0right");
        }

        private void greet() throws IOException {
            say("250-localhost");
            if (habits.contains(Habit.STARTTLS) && !secure) {
                say("250-STARTTLS");
            }
            if (habits.contains(Habit.SMTPUTF8)) {
                say("250-SMTPUTF8");
            }
            if (habits.contains(Habit.AUTH)) {
                say("250-AUTH PLAIN");
            }
            say("250 8BITMIME");
        }

        private void recipient(String line) throws IOException {
            if (habits.contains(Habit.REFUSES_RECIPIENTS)) {
                say("550 5.1.1 " + line.substring("RCPT TO:".length()) + ": nobody of that name");
            } else {
                to.add(line);
                say("250 ok");
            }
        }

        private void data() throws IOException {
            say("354 go on");
            StringBuilder text = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                text.append(line).append('\n');
            }
            mails.add(new Mail(secure, from, List.copyOf(to), text.toString()));
            say("250 ok");
        }

        private void say(String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        }
    }
}
