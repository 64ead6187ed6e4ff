package dev.onoma.cli.users;

import dev.onoma.cli.ExitStatus;
import dev.onoma.cli.Terminal;
import dev.onoma.cli.WrongCallException;
import dev.onoma.cli.output.Pretty;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.InvalidQueryException;
import dev.onoma.core.search.Query;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.Sort;
import dev.onoma.core.user.UserJson;
import dev.onoma.store.jdbc.JdbcUserStore;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds users. */
@Command(
        name = "find",
        description = "Prints the users that a query matches; the next page's cursor goes to standard error.",
        mixinStandardHelpOptions = true)
final class FindCommand extends StoreCommand {
    @Parameters(
            paramLabel = "QUERY",
            arity = "0..1",
            description = "such as name:ana* AND NOT blocked:true; default: everybody")
    private String query = "";

    @Option(names = "--sort", paramLabel = "FIELD:1", description = "the order; -1 descends; default: user_id:1")
    private Optional<String> sort = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "users of a page, at most 1000; default: 50")
    private int limit = SearchRequest.STANDARD_LIMIT;

    @Option(names = "--cursor", paramLabel = "C", description = "where the page begins: what the page before printed")
    private Optional<String> cursor = Optional.empty();

    private SearchRequest request = SearchRequest.of(Query.EVERYONE);

    private FindCommand(Terminal terminal) {
        super(terminal);
    }

    /** The command, to which {@code -blocked:true} is a query. */
    static CommandLine over(Terminal terminal) {
        return new CommandLine(new FindCommand(terminal)).setUnmatchedOptionsArePositionalParams(true);
    }

    @Override
    void prepare() {
        if (query.startsWith("--")) {
            throw new WrongCallException("Unknown option: '" + query + "' (see onoma users find --help)");
        }
        if (limit < 1 || limit > SearchRequest.MOST_LIMIT) {
            throw new WrongCallException("--limit must be 1 to " + SearchRequest.MOST_LIMIT);
        }
        try {
            SearchRequest.Builder asked =
                    SearchRequest.builder().query(Query.parse(query)).limit(limit);
            Optional<Cursor> place = cursor.map(Cursor::parse);
            // A cursor is a place in an order, and brings it along.
            sort.map(Sort::parse).or(() -> place.map(Cursor::sort)).ifPresent(asked::sort);
            place.ifPresent(asked::after);
            request = asked.build();
        } catch (InvalidQueryException wrong) {
            throw new WrongCallException(wrong.message());
        } catch (IllegalArgumentException wrong) {
            throw new WrongCallException(String.valueOf(wrong.getMessage()));
        }
    }

    @Override
    int carryOut(JdbcUserStore users) {
        SearchPage page = users.search(request);
        List<JsonObject> found = page.users().stream().map(UserJson::write).toList();
        if (isPretty()) {
            terminal().print(Pretty.users(found));
        } else {
            found.forEach(user -> terminal().print(user.toJson()));
        }
        page.next().ifPresent(next -> terminal().remark(next.text()));
        return ExitStatus.FINE;
    }
}
