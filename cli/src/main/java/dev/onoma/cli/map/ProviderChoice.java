package dev.onoma.cli.map;

import dev.onoma.cli.Providers;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Provider;
import dev.onoma.mapping.InvalidMappingException;
import dev.onoma.mapping.MappingFile;
import java.util.Optional;
import java.util.function.Function;

/**
 * The provider that a call names, or describes by a mapping file.
 *
 * @param name its name in identities
 * @param preset a connection to it by the connection's name, anew at each call
 */
public record ProviderChoice(String name, Function<String, Connection.Builder> preset) {
    /**
     * The one of the two that is given.
     *
     * @throws WrongCallException when it is neither or both, or there is no such provider, or the file is wrong
     */
    public static ProviderChoice of(
            Optional<String> provider, Optional<String> mapping, Terminal terminal, String command) {
        if (provider.isPresent() == mapping.isPresent()) {
            throw new WrongCallException("either --provider or --mapping is needed (see onoma " + command + " --help)");
        }
        return provider.map(ProviderChoice::named).orElseGet(() -> ofFile(mapping.orElseThrow(), terminal));
    }

    private static ProviderChoice named(String provider) {
        Provider table = Providers.find(provider)
                .orElseThrow(() -> new WrongCallException(
                        "unknown provider \"" + provider + "\": known are " + Providers.known()));
        return new ProviderChoice(table.name(), connection -> Connection.of(connection, table));
    }

    private static ProviderChoice ofFile(String file, Terminal terminal) {
        if (file.equals("-")) {
            throw new WrongCallException("--mapping needs a file: standard input is for documents");
        }
        try {
            MappingFile mapping = MappingFile.parse(terminal.read(file, MappingFile.MOST_BYTES + 1));
            return new ProviderChoice(mapping.provider().name(), mapping::connection);
        } catch (InvalidMappingException wrong) {
            throw new WrongCallException("the mapping " + file + " is wrong: " + wrong.message());
        }
    }

    /** A connection to it. */
    public Connection.Builder connection(String connection) {
        return preset.apply(connection);
    }
}
