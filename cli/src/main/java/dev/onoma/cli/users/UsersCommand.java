package dev.onoma.cli.users;

import dev.onoma.cli.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about users. */
@Command(
        name = "users",
        description = "Finds, shows, signs up, edits, blocks, deletes, remaps, imports and exports users of a store.",
        mixinStandardHelpOptions = true)
public final class UsersCommand {
    private UsersCommand() {}

    /** The command with the commands below it. */
    public static CommandLine over(Terminal terminal) {
        return new CommandLine(new UsersCommand())
                .addSubcommand(FindCommand.over(terminal))
                .addSubcommand(new ShowCommand(terminal))
                .addSubcommand(new HistoryCommand(terminal))
                .addSubcommand(new EditCommand(terminal))
                .addSubcommand(new SignupCommand(terminal))
                .addSubcommand(new SetPasswordCommand(terminal))
                .addSubcommand(new VerifyEmailCommand(terminal))
                .addSubcommand(new BlockCommand(terminal))
                .addSubcommand(new UnblockCommand(terminal))
                .addSubcommand(new DeleteCommand(terminal))
                .addSubcommand(new RemapCommand(terminal))
                .addSubcommand(new ImportCommand(terminal))
                .addSubcommand(new ExportCommand(terminal));
    }
}
