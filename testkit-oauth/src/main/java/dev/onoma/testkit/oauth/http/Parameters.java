package dev.onoma.testkit.oauth.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Parameters in {@code application/x-www-form-urlencoded} (RFC 6749, appendix B): a query's or a form's. */
public final class Parameters {
    private final List<Map.Entry<String, String>> pairs = new ArrayList<>();

    /** No parameters yet. */
    public Parameters() {}

    /** Adds a parameter at the end; the same name may come again. */
    public Parameters add(String name, String value) {
        pairs.add(Map.entry(name, value));
        return this;
    }

    /** Removes all parameters of a name. */
    public Parameters remove(String name) {
        pairs.removeIf(pair -> pair.getKey().equals(name));
        return this;
    }

    /** Replaces all parameters of a name by one at the end. */
    public Parameters set(String name, String value) {
        return remove(name).add(name, value);
    }

    /** Each parameter, in their order. */
    public void forEach(BiConsumer<String, String> action) {
        pairs.forEach(pair -> action.accept(pair.getKey(), pair.getValue()));
    }

    /** The encoded text, without a question mark. */
    public String encoded() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> pair : pairs) {
            text.append(text.isEmpty() ? "" : "&")
                    .append(encode(pair.getKey()))
                    .append('=')
                    .append(encode(pair.getValue()));
        }
        return text.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * The parameters of encoded texts, in their order.
     *
     * @throws IllegalArgumentException when a percent sign is not followed by two hexadecimal digits
     */
    static Map<String, List<String>> parse(@Nullable String... encoded) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String text : encoded) {
            if (text == null || text.isEmpty()) {
                continue;
            }
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters
                        .computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), any -> new ArrayList<>())
                        .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        parameters.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public String toString() {
        return "Parameters" + pairs.stream().map(Map.Entry::getKey).toList();
    }
}
