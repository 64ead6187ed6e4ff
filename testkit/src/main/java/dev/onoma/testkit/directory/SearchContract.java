package dev.onoma.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.search.Query;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.Sort;
import dev.onoma.core.search.UserField;
import dev.onoma.core.user.User;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about what queries find: what {@link Query#matches} says, however a store asks. */
public abstract class SearchContract extends DirectoryPart {
    private static final int USERS = 150;
    private static final int QUERIES = 400;

    /** The part, over directories. */
    protected SearchContract(Directories directories) {
        super(directories);
    }

    private void finds(List<User> users, String text) {
        Query query = Query.parse(text);
        List<String> expected = ids(users.stream().filter(query::matches).toList());

        List<User> found = paged(SearchRequest.builder().query(query).limit(SearchRequest.MOST_LIMIT));

        assertThat(ids(found)).as(text).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @DisplayName("each kind of condition on each field finds what it means")
    void everyCondition() {
        List<User> users = GeneratedUsers.of(USERS, new Random(3));
        users.forEach(this::inserted);
        GeneratedQueries queries = new GeneratedQueries(new Random(4));

        queries.ofEveryKind().forEach(query -> finds(users, query));
    }

    @Test
    @DisplayName("queries made at random find what they mean")
    void random() {
        List<User> users = GeneratedUsers.of(USERS, new Random(5));
        users.forEach(this::inserted);
        GeneratedQueries queries = new GeneratedQueries(new Random(6));

        Stream.generate(queries::next).limit(QUERIES).forEach(query -> finds(users, query));
    }

    @Test
    @DisplayName("queries made at random find the same on small pages, in any order")
    void randomPages() {
        List<User> users = GeneratedUsers.of(USERS / 3, new Random(7));
        users.forEach(this::inserted);
        Random random = new Random(8);
        GeneratedQueries queries = new GeneratedQueries(random);
        List<UserField> fields =
                Stream.of(UserField.values()).filter(UserField::isSortable).toList();

        for (int i = 0; i < QUERIES / 5; i++) {
            String text = queries.next();
            Query query = Query.parse(text);
            Sort sort = new Sort(fields.get(random.nextInt(fields.size())), random.nextBoolean());
            List<User> found =
                    paged(SearchRequest.builder().query(query).sort(sort).limit(1 + random.nextInt(20)));

            assertThat(ids(found))
                    .as(text + " by " + sort.text())
                    .containsExactlyInAnyOrderElementsOf(
                            ids(users.stream().filter(query::matches).toList()));
        }
    }

    @Test
    @DisplayName("texts of any length are stored, and found by what they begin with")
    void longTexts() {
        List<User> users = Stream.of("a".repeat(255), "a".repeat(256), "a".repeat(257), "\ud83d\ude00".repeat(300))
                .map(name -> Samples.plain("long|" + name.hashCode())
                        .root(Samples.with(RootAttributes.NONE, RootAttribute.NAME, name))
                        .build())
                .toList();
        users.forEach(this::inserted);

        for (User user : users) {
            finds(users, "name:" + user.name().orElseThrow());
        }
        finds(users, "name:" + "a".repeat(256) + "*");
        finds(users, "name:[" + "a".repeat(256) + " TO " + "a".repeat(300) + "}");
        finds(users, "name:\ud83d\ude00*");
        assertThat(ids(paged(SearchRequest.builder()
                        .sort(new Sort(UserField.NAME, true))
                        .limit(1))))
                .containsExactlyInAnyOrderElementsOf(ids(users));
    }

    @Test
    @DisplayName("what looks like SQL, or a path, is text")
    void noInjection() {
        List<User> users = Stream.of("' or 1=1 --", "\") || true || (\"", "%", "_", "\\", "a'b\"c")
                .map(text -> Samples.plain("odd|" + text)
                        .root(Samples.with(RootAttributes.NONE, RootAttribute.NAME, text))
                        .appMetadata(Samples.json("{}").with("k", new JsonString(text)))
                        .build())
                .toList();
        users.forEach(this::inserted);

        for (User user : users) {
            String phrase = GeneratedQueries.phrase(user.name().orElseThrow());
            String word = GeneratedQueries.word(user.name().orElseThrow());
            for (String field : List.of("name", "app_metadata.k", "app_metadata." + word, "user_id")) {
                finds(users, field + ":" + phrase);
                finds(users, field + ":" + word + "*");
                finds(users, field + ":[" + phrase + " TO " + phrase + "]");
                finds(users, "NOT " + field + ":" + phrase);
            }
        }
    }
}
