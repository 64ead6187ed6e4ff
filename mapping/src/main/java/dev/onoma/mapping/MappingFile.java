package dev.onoma.mapping;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.EmailTrust;
import dev.onoma.core.provider.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A generic OpenID Connect or OAuth 2.0 provider, as a file of YAML 1.2 or JSON. Immutable and thread-safe.
 *
 * <pre>{@code
 * provider: acme                          # its name in identities and user ids
 * social: true                            # default: false, an organization's own identity provider
 * openid_connect: false                   # true: the standard claims count where attributes does not name others
 * subject: account.id                     # the stable id; default over OpenID Connect: sub
 * attributes:
 *   name: display_name | name             # candidate paths, the first choice first; a list will do as well
 *   picture: [photo.url, picture]
 *   email: mail
 *   email_verified: mail_confirmed        # in the same source as the address
 * id_space: https://id.acme.example       # where subjects are unique
 * deny: [locale]                          # top-level claims that are never stored
 * email_trust: from_claim                 # or always, never, domains: [acme.example]
 * }</pre>
 */
public final class MappingFile {
    /** How long a mapping file is at most, in bytes: 64 KiB. */
    public static final int MOST_BYTES = 64 * 1024;

    private final Provider provider;
    private final List<String> deny;
    private final Optional<EmailTrust> emailTrust;
    private final Optional<String> idSpace;

    MappingFile(Provider provider, List<String> deny, Optional<EmailTrust> emailTrust, Optional<String> idSpace) {
        this.provider = provider;
        this.deny = List.copyOf(deny);
        this.emailTrust = emailTrust;
        this.idSpace = idSpace;
    }

    /**
     * A mapping from a file.
     *
     * @throws InvalidMappingException when something is wrong with it; all of it is told, with lines and columns
     * @throws UncheckedIOException when it cannot be read
     */
    public static MappingFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(MOST_BYTES + 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A mapping from its text.
     *
     * @param utf8 at most {@link #MOST_BYTES}
     * @throws InvalidMappingException when something is wrong with it; all of it is told, with lines and columns
     */
    public static MappingFile parse(byte[] utf8) {
        return new MappingReader(YamlText.read(utf8)).read();
    }

    /** The table. */
    public Provider provider() {
        return provider;
    }

    /** A connection with the file's deny list, trust in addresses and id space. */
    public Connection.Builder connection(String name) {
        Connection.Builder connection = Connection.of(name, provider).deny(deny.toArray(new String[0]));
        emailTrust.ifPresent(connection::emailTrust);
        idSpace.ifPresent(connection::idSpace);
        return connection;
    }

    @Override
    public String toString() {
        return "MappingFile[" + provider.name() + "]";
    }
}
