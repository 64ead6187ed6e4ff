package dev.onoma.fuzz.targets;

import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.InvalidQueryException;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.InMemoryUserStore;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.JsonGrammar;
import dev.onoma.fuzz.input.Marker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Cursors, as text or as the JSON that is in it: what is read is what is printed, and a page begins behind it. */
final class CursorTarget implements Target {
    private final JsonGrammar grammar = new JsonGrammar(Stream.of(
                    "{'sort':'user_id:1','id':'db|1','value':'db|1'}",
                    "{'sort':'created_at:-1','id':'db|1','value':'2026-01-31T12:00:00Z'}",
                    "{'sort':'logins_count:1','id':'" + Marker.TEXT + "','value':'7'}",
                    "{'sort':'email:1','id':'db|1'}",
                    "{'sort':'last_login:-1','id':'db|1'}",
                    "{'sort':'name:1','id':'db|1','value':'ana'}")
            .map(Documents::json)
            .toList());
    private final InMemoryUserStore store = Users.store();

    @Override
    public List<byte[]> seeds() {
        return grammar.seeds();
    }

    @Override
    public void run(byte[] input) {
        boolean encoded = input.length > 0 && input[0] == '=';
        String text = encoded
                ? new String(input, 1, input.length - 1, StandardCharsets.UTF_8)
                : SignedTokens.base64(grammar.document(input));
        try {
            Cursor cursor = Cursor.parse(text);

            Same.check("a cursor", Cursor.parse(cursor.text()).text(), cursor.text());
            store.search(
                    SearchRequest.builder().sort(cursor.sort()).after(cursor).build());
            Marker.isAbsentFrom(cursor.toString());
        } catch (InvalidQueryException refused) {
            Marker.isAbsentFrom(refused);
        }
    }
}
