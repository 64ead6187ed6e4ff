package dev.onoma.providers.database.message.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** What is to be known of a mail server, as Jakarta Mail wants to be told. */
record SmtpSettings(
        String host,
        int port,
        InternetAddress from,
        SmtpEncryption encryption,
        Optional<Login> login,
        Optional<SSLSocketFactory> sockets,
        Duration timeout) {
    /** How the application logs in. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login";
        }
    }

    Properties properties() {
        Properties all = new Properties();
        all.put("mail.smtp.host", host);
        all.put("mail.smtp.port", Integer.toString(port));
        // The domain of message ids, which would name the machine's user otherwise.
        all.put("mail.from", from.getAddress());
        all.put("mail.mime.allowutf8", "true");
        String millis = Long.toString(timeout.toMillis());
        all.put("mail.smtp.connectiontimeout", millis);
        all.put("mail.smtp.timeout", millis);
        all.put("mail.smtp.writetimeout", millis);
        all.put("mail.smtp.auth", Boolean.toString(login.isPresent()));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        all.put("mail.smtp.ssl.socketFactory.fallback", "false");
        all.put("mail.smtp.starttls.enable", Boolean.toString(encryption == SmtpEncryption.STARTTLS));
        all.put("mail.smtp.starttls.required", Boolean.toString(encryption == SmtpEncryption.STARTTLS));
        all.put("mail.smtp.ssl.enable", Boolean.toString(encryption == SmtpEncryption.IMPLICIT_TLS));
        sockets.ifPresent(factory -> all.put("mail.smtp.ssl.socketFactory", factory));
        return all;
    }

    void connect(Transport transport) throws MessagingException {
        if (login.isPresent()) {
            transport.connect(host, port, login.get().user(), login.get().password());
        } else {
            transport.connect();
        }
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ", " + encryption + "]";
    }
}
