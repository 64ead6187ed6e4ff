package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.output.Pretty;
import dev.onoma.cli.store.OpenStore;
import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.RefusedException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.RefusalJson;
import dev.onoma.core.user.UserId;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that opens a store, does something there, and prints it. */
abstract class StoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--store",
            paramLabel = "URL",
            defaultValue = "jdbc:h2:file:./users",
            description = "JDBC URL, by default ${DEFAULT-VALUE}; the password from there, from"
                    + " ONOMA_STORE_PASSWORD, or asked for")
    private String store = "";

    @Option(names = "--pretty", description = "print tables for reading instead of JSON lines")
    private boolean pretty;

    StoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public final Integer call() {
        prepare();
        try (OpenStore open = OpenStore.at(store, terminal)) {
            return carryOut(open.users());
        } catch (RefusedException refused) {
            JsonObject.Builder told = JsonObject.builder().put("outcome", "refused");
            RefusalJson.write(refused.refusal()).forEach(told::put);
            printOperation(told.build());
            return ExitStatus.REFUSED;
        }
    }

    /** Looks at the arguments, before the store is opened. */
    void prepare() {}

    /**
     * Does what the command does.
     *
     * @return the exit status
     * @throws RefusedException when it is refused
     */
    abstract int carryOut(JdbcUserStore users);

    final Terminal terminal() {
        return terminal;
    }

    final boolean isPretty() {
        return pretty;
    }

    /** Prints what became of an operation. */
    final void printOperation(JsonObject result) {
        terminal.print(pretty ? Pretty.operation(result) : result.toJson());
    }

    static UserId userId(String id) {
        try {
            return UserId.of(id);
        } catch (IllegalArgumentException impossible) {
            throw notFound();
        }
    }

    static RefusedException notFound() {
        return new Refusal(RefusalCode.USER_NOT_FOUND, "no user has that id").asException();
    }
}
