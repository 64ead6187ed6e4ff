package dev.onoma.cli.provider;

import dev.onoma.cli.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about provider modules. */
@Command(name = "provider", description = "Makes a module for an identity provider.", mixinStandardHelpOptions = true)
public final class ProviderCommand {
    private ProviderCommand() {}

    /** The command with the commands below it. */
    public static CommandLine over(Terminal terminal) {
        return new CommandLine(new ProviderCommand()).addSubcommand(new NewCommand(terminal));
    }
}
