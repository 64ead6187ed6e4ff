package dev.onoma.core.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.UserDirectory;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import dev.onoma.core.user.UserJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All users of a directory as a file in UTF-8, in the order of their ids and in constant memory. Users that come or go
 * meanwhile may or may not be in it; each of the others is in it once. Immutable and thread-safe.
 */
public final class UserExport {
    private static final int PAGE = 500;

    /** What fits a table, of everybody. */
    private static final List<String> COLUMNS = List.of(
            "user_id",
            "name",
            "given_name",
            "family_name",
            "nickname",
            "picture",
            "email",
            "email_verified",
            "username",
            "phone_number",
            "phone_verified",
            "identities[0].connection",
            "identities[0].provider",
            "blocked",
            "created_at",
            "updated_at",
            "last_login",
            "last_ip",
            "logins_count");

    private final UserDirectory directory;
    private final List<ExportField> fields;

    private UserExport(UserDirectory directory, List<ExportField> fields) {
        this.directory = directory;
        this.fields = fields;
    }

    /** An export of whole users, or as CSV of what fits a table. */
    public static UserExport of(UserDirectory directory) {
        return new UserExport(requireNonNull(directory, "directory"), List.of());
    }

    /**
     * This export with these fields only, in this order.
     *
     * @param names paths into a user as JSON: {@code email}, {@code identities[0].connection},
     *     {@code user_metadata.plan}
     * @throws IllegalArgumentException when one is no path, no field that users have, or a whole object; or when there
     *     are none
     */
    public UserExport fields(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an export must have a field");
        }
        return new UserExport(directory, names.stream().map(ExportField::of).toList());
    }

    /**
     * Writes one user a line as JSON; with fields, an object of those that are there, each under its path.
     *
     * @param out not closed
     * @return how many users
     */
    public long writeJsonLines(OutputStream out) throws IOException {
        return write(out, "", user -> (fields.isEmpty() ? user : selected(user)).toJson() + "\n");
    }

    private JsonObject selected(JsonObject user) {
        JsonObject.Builder selected = JsonObject.builder();
        for (ExportField field : fields) {
            field.in(user).ifPresent(value -> selected.put(field.name(), value));
        }
        return selected.build();
    }

    /**
     * Writes comma-separated values (RFC 4180), a header with the fields' paths first. What is not there is an empty
     * cell; an array or object in metadata is JSON text. A text that begins with {@code = + - @}, a tab or a carriage
     * return gets an apostrophe in front, since spreadsheets would take it for a formula.
     *
     * @param out not closed
     * @return how many users
     */
    public long writeCsv(OutputStream out) throws IOException {
        List<ExportField> columns =
                fields.isEmpty() ? COLUMNS.stream().map(ExportField::of).toList() : fields;
        CsvLine header = new CsvLine();
        columns.forEach(column -> header.add(column.name()));
        return write(out, header.end(), user -> {
            CsvLine line = new CsvLine();
            columns.forEach(column -> line.add(column.in(user)));
            return line.end();
        });
    }

    private long write(OutputStream out, String header, Function<JsonObject, String> line) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        text.write(header);
        long count = 0;
        Optional<UserId> last = Optional.empty();
        for (List<User> page = directory.list(last, PAGE); !page.isEmpty(); page = directory.list(last, PAGE)) {
            for (User user : page) {
                text.write(line.apply(UserJson.write(user)));
            }
            count += page.size();
            last = Optional.of(page.get(page.size() - 1).id());
        }
        text.flush();
        return count;
    }

    @Override
    public String toString() {
        return "UserExport"
                + (fields.isEmpty()
                        ? ""
                        : fields.stream().map(ExportField::name).toList());
    }
}
