package dev.onoma.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.claims.Evidence;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonValue;
import dev.onoma.providers.oidc.ClaimMap;
import dev.onoma.testkit.ProviderContract;
import dev.onoma.testkit.fixture.Fixture;
import dev.onoma.testkit.fixture.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The documented mapping file")
class MappingDocumentationTest extends ProviderContract {
    private static final Path EXAMPLES = Path.of("../examples/mappings");
    private static final Path DOCS = Path.of("../docs");

    @Override
    protected Connection.Builder connection(String name) {
        return MappingFile.read(EXAMPLES.resolve("acme.yaml")).connection(name);
    }

    @Override
    protected List<Fixture> fixtures() {
        return Fixtures.in(EXAMPLES.resolve("fixtures"));
    }

    @Override
    protected Evidence documentEvidence() {
        return Evidence.USERINFO_RESPONSE;
    }

    @Test
    @DisplayName("is the one of the examples, word by word")
    void page() throws IOException {
        String page = Files.readString(DOCS.resolve("mapping-files.md"));

        assertThat(page).contains("```yaml\n" + Files.readString(EXAMPLES.resolve("acme.yaml")) + "```\n");
    }

    @Test
    @DisplayName("has a table of all fields, and of no others")
    void fields() throws IOException {
        List<String> rows = Files.readAllLines(DOCS.resolve("mapping-files.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        assertThat(rows).containsExactlyElementsOf(MappingReader.FIELDS);
    }

    @Test
    @DisplayName("has a JSON Schema with the same names")
    void schema() throws IOException {
        JsonObject schema = (JsonObject) JsonValue.parse(Files.readString(DOCS.resolve("mapping-file.schema.json")));
        JsonObject fields = object(schema, "properties");

        assertThat(fields.names()).containsExactlyElementsOf(MappingReader.FIELDS);
        assertThat(object(object(fields, "attributes"), "properties").names())
                .containsExactlyInAnyOrderElementsOf(ClaimMap.names());
    }

    private static JsonObject object(JsonObject in, String name) {
        return (JsonObject) in.get(name).orElseThrow();
    }
}
