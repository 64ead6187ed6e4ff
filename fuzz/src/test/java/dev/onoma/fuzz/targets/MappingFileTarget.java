package dev.onoma.fuzz.targets;

import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.fuzz.Target;
import dev.onoma.mapping.InvalidMappingException;
import dev.onoma.mapping.MappingFile;
import java.util.List;

/** Mapping files: what is read is a provider that maps whatever documents there are. */
final class MappingFileTarget implements Target {
    private final List<JsonObject> documents = List.of(
            Documents.json("{'sub':'1','name':'Ana','email':'ana@acme.example','mail_confirmed':true,'a':{'b':[1]}}"),
            Documents.json(
                    "{'account':{'id':7},'display_name':'Ana','photo':{'url':'https://x.example/p'},'mail':'a@b.c'}"));

    @Override
    public void run(byte[] input) {
        try {
            MappingFile file = MappingFile.parse(input);

            Connection connection = file.connection("acme").build();
            for (JsonObject document : documents) {
                connection.normalize(Claims.of(document, Evidence.USERINFO_RESPONSE));
            }
        } catch (InvalidMappingException refused) {
            Same.check("whether problems are told", refused.problems().isEmpty(), false);
        }
    }
}
