package dev.onoma.fuzz.targets;

import dev.onoma.core.Limits;
import dev.onoma.core.json.JsonDocument;
import dev.onoma.core.json.JsonException;
import dev.onoma.core.json.JsonObject;
import dev.onoma.fuzz.Target;
import dev.onoma.fuzz.input.JsonGrammar;
import dev.onoma.fuzz.input.Marker;
import dev.onoma.providers.database.password.HashLimits;
import dev.onoma.providers.database.password.InvalidHashException;
import dev.onoma.providers.database.password.PasswordHash;
import dev.onoma.providers.database.password.PasswordImport;
import java.util.List;
import java.util.stream.Stream;

/** Hashes of imported rows: what is read can be stored, which is to say printed and read again. */
final class PasswordImportTarget implements Target {
    static final List<JsonObject> ROWS = Stream.of(
                    "{'password_hash':'$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'}",
                    custom("'argon2','hash':{'value':'$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                            + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4','encoding':'utf8'}"),
                    custom("'pbkdf2','hash':{'value':'$pbkdf2-sha512$i=100000,l=64$c2FsdA$" + "b".repeat(86)
                            + "','encoding':'utf8'}"),
                    custom("'ldap','hash':{'value':'{SSHA}dVSEZ6l3g2WPZRv0eA0BxGgIZW1zYWx0','encoding':'utf8'}"),
                    custom("'md5','hash':{'value':'e5e9fa1ba31ecd1ae84f75caaa474f3a','encoding':'hex'},"
                            + "'salt':{'value':'c2FsdA==','encoding':'base64','position':'prefix'},"
                            + "'password':{'encoding':'utf16le'}"),
                    custom("'sha1','hash':{'value':'W6ph5Mm5Pz8GgiULbPgzG37mj9g=','encoding':'base64'}"),
                    custom("'sha512','hash':{'value':'" + "ab".repeat(64) + "','encoding':'hex'}," + "'salt':{'value':'"
                            + Marker.TEXT + "','position':'suffix'}"),
                    custom("'hmac','hash':{'value':'" + "0a".repeat(20) + "','encoding':'hex','digest':'sha1',"
                            + "'key':{'value':'" + Marker.TEXT + "','encoding':'utf8'}}"),
                    custom("'scrypt','keylen':16,'cost':16384,'blockSize':8,'parallelization':1,"
                            + "'hash':{'value':'67a1e09bb1f83f5007dc119c14d663aa','encoding':'hex'},"
                            + "'salt':{'value':'" + Marker.TEXT + "'}"))
            .map(Documents::json)
            .toList();

    private final JsonGrammar grammar = new JsonGrammar(ROWS);
    private final PasswordImport hashes = new PasswordImport(HashLimits.STANDARD);

    private static String custom(String algorithm) {
        return "{'custom_password_hash':{'algorithm':" + algorithm + "}}";
    }

    @Override
    public List<byte[]> seeds() {
        return grammar.seeds();
    }

    @Override
    public void run(byte[] input) {
        try {
            if (JsonDocument.parse(grammar.document(input), Limits.STANDARD).value() instanceof JsonObject row) {
                hashes.read(row).ifPresent(PasswordImportTarget::check);
            }
        } catch (InvalidHashException | JsonException refused) {
            Marker.isAbsentFrom(refused);
        }
    }

    private static void check(PasswordHash hash) {
        try {
            Same.check("an imported hash", PasswordHash.parse(hash.text()).equals(hash), true);
        } catch (InvalidHashException unreadable) {
            throw new IllegalStateException("an imported hash cannot be read again", unreadable);
        }
        Marker.isAbsentFrom(hash.toString());
    }
}
