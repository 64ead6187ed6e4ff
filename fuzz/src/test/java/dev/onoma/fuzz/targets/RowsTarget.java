package dev.onoma.fuzz.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.store.ImportProgress;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.core.transfer.FailedRow;
import dev.onoma.core.transfer.ImportListener;
import dev.onoma.core.transfer.UserImport;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.Bytes;
import dev.onoma.fuzz.input.JsonGrammar;
import dev.onoma.fuzz.input.Marker;
import dev.onoma.providers.database.Database;
import dev.onoma.providers.database.password.HashLimits;
import dev.onoma.providers.database.password.PasswordHash;
import dev.onoma.providers.database.password.PasswordImport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of an import, as a file: each is a user who can be read again, or fails by itself. */
final class RowsTarget implements Target {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Connection CONNECTION = Database.accounts("db").build();
    private static final PasswordImport PASSWORDS = new PasswordImport(HashLimits.STANDARD);

    private final JsonGrammar grammar = new JsonGrammar(Stream.concat(
                    Stream.of(
                                    "{'email':'ana@example.com','email_verified':true,'user_id':'1','username':'ana',"
                                            + "'name':'Ana','given_name':'Ana','family_name':'Horvat','nickname':'a',"
                                            + "'picture':'https://x.example/p','phone_number':'+385911234567',"
                                            + "'phone_verified':false,'blocked':false,'user_metadata':{'a':{'b':null}},"
                                            + "'app_metadata':{'plan':'gold'}}",
                                    "{'username':'ana','mfa_factors':[],'user_id':7}",
                                    "{'email':'" + Marker.TEXT + "@example.com'}")
                            .map(Documents::json),
                    PasswordImportTarget.ROWS.stream().map(row -> row.with("email", email())))
            .toList());

    private static dev.onoma.core.json.JsonString email() {
        return new dev.onoma.core.json.JsonString("a@example.com");
    }

    @Override
    public List<byte[]> seeds() {
        return grammar.seeds();
    }

    @Override
    public void run(byte[] input) throws IOException {
        byte[] file = file(input);
        InMemoryUserStore store = new InMemoryUserStore();
        try {
            ImportProgress first = rows(store, file, JsonGrammar.isText(input));
            Same.check(
                    "the users of an import",
                    (long) store.list(Optional.empty(), 1_000).size(),
                    first.inserted());
            store.list(Optional.empty(), 1_000).forEach(UserCheck::check);
            rows(store, file, JsonGrammar.isText(input));
        } catch (JsonException broken) {
            Marker.isAbsentFrom(broken);
        }
    }

    private byte[] file(byte[] input) {
        if (JsonGrammar.isText(input)) {
            return input;
        }
        Bytes bytes = new Bytes(input);
        List<String> rows = new ArrayList<>();
        for (int more = bytes.below(4) + 1; more > 0; more--) {
            JsonObject row = grammar.object(bytes);
            rows.add(row.toJson());
        }
        return bytes.take() % 2 == 0
                ? String.join("\n", rows).getBytes(UTF_8)
                : rows.toString().getBytes(UTF_8);
    }

    /** A text can make a name of any word, and names of fields are told. */
    private static ImportProgress rows(InMemoryUserStore store, byte[] file, boolean isText) throws IOException {
        UserImport.Builder rows = UserImport.into(CONNECTION, store)
                .passwords(fields -> PASSWORDS.read(fields).map(PasswordHash::text))
                .clock(CLOCK)
                .upsert();
        if (!isText) {
            rows.listener(new ImportListener() {
                @Override
                public void failing(List<FailedRow> failed) {
                    failed.forEach(row -> Marker.isAbsentFrom(row.toString()));
                }
            });
        }
        return rows.build().run(() -> new ByteArrayInputStream(file));
    }
}
