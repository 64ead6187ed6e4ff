package dev.onoma.fuzz.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.user.InvalidUserException;
import dev.onoma.core.user.UserJson;
import dev.onoma.core.user.UserSnapshot;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.JsonGrammar;
import dev.onoma.fuzz.input.Marker;
import java.util.List;
import java.util.stream.Stream;

/** Users as JSON and as a store's snapshot: what is read is what is printed. */
final class UserJsonTarget implements Target {
    private final JsonGrammar grammar = new JsonGrammar(Stream.concat(
                    Users.DOCUMENTS.stream(),
                    Users.all().stream().map(user -> (JsonObject) JsonValue.parse(UserSnapshot.write(user))))
            .toList());

    @Override
    public List<byte[]> seeds() {
        return grammar.seeds();
    }

    @Override
    public void run(byte[] input) {
        String text = new String(grammar.document(input), UTF_8);
        tried(() -> UserCheck.check(UserSnapshot.read(text)));
        tried(() -> {
            if (JsonValue.parse(text) instanceof JsonObject object) {
                UserCheck.check(UserJson.read(object));
            }
        });
    }

    private static void tried(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidUserException | JsonException refused) {
            Marker.isAbsentFrom(refused);
        }
    }
}
