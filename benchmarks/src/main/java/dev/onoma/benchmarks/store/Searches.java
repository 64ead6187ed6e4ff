package dev.onoma.benchmarks.store;

import dev.onoma.core.search.Query;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.UserDirectory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What those who look after users search by, each time for somebody else. */
final class Searches {
    private static final int WARM_UP = 50;
    private static final int SEARCHES = 400;
    private static final double PERCENTILE = 0.95;

    /** A query, with a person's number in the place of {@code %s}. */
    private static final Map<String, String> QUERIES = queries();

    private final UserDirectory directory;
    private final int users;

    Searches(UserDirectory directory, int users) {
        this.directory = directory;
        this.users = users;
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("e-mail address", "email:ana.lovric.%s@example.com");
        queries.put("beginning of a name, 10 hits", "name:ana\\ lovri\u0107\\ %.7s*");
        queries.put("beginning of a name, 10,000 hits, first 50", "name:ana\\ lovri\u0107\\ %.4s*");
        queries.put("metadata field, 1 hit", "app_metadata.crm:%d");
        queries.put("metadata field, one in a thousand, first 50", "app_metadata.plan:gold");
        return queries;
    }

    /** The 95th percentile of each kind of query, in milliseconds. */
    Map<String, Double> percentiles() {
        Map<String, Double> all = new LinkedHashMap<>();
        QUERIES.forEach((name, query) -> all.put(name, percentile(query)));
        return all;
    }

    private double percentile(String query) {
        long[] nanos = new long[SEARCHES];
        for (int i = -WARM_UP; i < SEARCHES; i++) {
            long start = System.nanoTime();
            search(query);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return nanos[(int) (SEARCHES * PERCENTILE)] / 1e6;
    }

    private void search(String query) {
        int person = ThreadLocalRandom.current().nextInt(1, users);
        Object number = query.contains("%d") ? person : String.format(Locale.ROOT, "%08d", person);
        String filled = String.format(Locale.ROOT, query, number);
        SearchRequest request =
                SearchRequest.builder().query(Query.parse(filled)).build();
        if (directory.search(request).users().isEmpty()) {
            throw new IllegalStateException("nobody was found by " + query);
        }
    }
}
