package dev.onoma.fuzz.targets;

import dev.onoma.core.json.JsonObject;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.JsonGrammar;
import dev.onoma.fuzz.input.Marker;
import dev.onoma.oauth.denial.DeniedException;
import dev.onoma.oauth.oidc.KeySet;
import java.util.List;

/** An issuer's keys: those that are good, whatever stands beside them. */
final class KeySetTarget implements Target {
    private final JsonGrammar grammar = new JsonGrammar(List.of(
            Documents.json("{'keys':[{'kty':'EC','crv':'P-256','kid':'1','use':'sig','alg':'ES256',"
                    + "'x':'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU','y':'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'},"
                    + "{'kty':'oct','k':'" + Marker.TEXT
                    + "'},{'kty':'RSA','n':'AQAB','e':'AQAB','key_ops':['verify']}]}"),
            key("{'kty':'EC','crv':'P-384','x':'AA','y':'AA','x5c':['AA'],'issuer':'https://x.example'}"),
            key("{'kty':'RSA','e':'AQAB','use':'enc','n':'" + "q".repeat(342) + "'}")));

    private static JsonObject key(String key) {
        return Documents.json("{'keys':[" + key + "]}");
    }

    @Override
    public List<byte[]> seeds() {
        return grammar.seeds();
    }

    @Override
    public void run(byte[] input) {
        try {
            KeySet keys = KeySet.parse(grammar.document(input));

            Same.check(
                    "the number of keys", KeySet.parse(grammar.document(input)).size(), keys.size());
            Marker.isAbsentFrom(keys.toString() + keys.ignored());
        } catch (DeniedException refused) {
            Marker.isAbsentFrom(refused);
        }
    }
}
