package dev.onoma.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.search.Cursor;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about listing everybody, page by page. */
public abstract class ListingContract extends DirectoryPart {
    /** The part, over directories. */
    protected ListingContract(Directories directories) {
        super(directories);
    }

    private User insert(String id) {
        return inserted(Samples.plain(id).build());
    }

    private List<String> all() {
        return ids(
                search(SearchRequest.builder().limit(SearchRequest.MOST_LIMIT)).users());
    }

    @Test
    @DisplayName("an empty store lists nobody")
    void empty() {
        SearchPage page = search(SearchRequest.builder());

        assertThat(page.users()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(directory().list(Optional.of(UserId.of("a|1")), 10)).isEmpty();
    }

    @Test
    @DisplayName("users are listed whole")
    void whole() {
        User user = inserted(Samples.complete());

        assertThat(search(SearchRequest.builder()).users()).containsExactly(user);
    }

    @Test
    @DisplayName("users whose ids are ASCII are listed in their order, which no locale's is")
    void order() {
        List<String> ids = List.of("A|1", "Z|1", "_|1", "a|1", "a|10", "a|2", "a|b", "b|1", "z|1");
        List.of(6, 2, 0, 4, 8, 1, 3, 5, 7).forEach(i -> insert(ids.get(i)));

        assertThat(all()).isEqualTo(ids);
    }

    @Test
    @DisplayName("pages hold as many as asked for, and together each user once")
    void pages() {
        List<String> ids = new ArrayList<>(List.of("\u00e4|1", "\u0131|1", "\uffee|1", "\ud83d\ude00|1"));
        for (int i = 10; i < 31; i++) {
            ids.add("a|" + i);
        }
        Collections.shuffle(ids, new Random(1));
        ids.forEach(this::insert);

        for (int limit : List.of(1, 10, 24, 25)) {
            List<User> users = paged(SearchRequest.builder().limit(limit));
            SearchPage first = search(SearchRequest.builder().limit(limit));

            assertThat(ids(users)).containsExactlyInAnyOrderElementsOf(ids).isEqualTo(all());
            assertThat(first.users()).hasSize(limit);
            assertThat(first.next().isPresent()).isEqualTo(limit < 25);
        }
    }

    @Test
    @DisplayName("a page by offset is the one that cursors lead to")
    void offset() {
        for (int i = 10; i < 35; i++) {
            insert("a|" + i);
        }

        SearchPage page = search(SearchRequest.builder().limit(10).offset(10));
        SearchPage last = search(SearchRequest.builder().limit(10).offset(20));

        assertThat(ids(page.users())).isEqualTo(all().subList(10, 20));
        assertThat(ids(last.users())).isEqualTo(all().subList(20, 25));
        assertThat(last.next()).isEmpty();
        assertThat(search(SearchRequest.builder().limit(10).after(page.next().orElseThrow()))
                        .users())
                .isEqualTo(last.users());
        assertThat(search(SearchRequest.builder().limit(10).offset(990)).users())
                .isEmpty();
    }

    @Test
    @DisplayName("a page begins behind an id that nobody has, or has any more")
    void behindNobody() {
        insert("a|1");
        User gone = insert("a|3");
        insert("a|4");
        delete(gone);

        for (String id : List.of("a|2", "a|3")) {
            assertThat(ids(directory().list(Optional.of(UserId.of(id)), 10))).containsExactly("a|4");
            assertThat(ids(search(SearchRequest.builder().after(Cursor.after(UserId.of(id))))
                            .users()))
                    .containsExactly("a|4");
        }
        assertThat(directory().list(Optional.of(UserId.of("a|4")), 10)).isEmpty();
    }

    @Test
    @DisplayName("L7: tombstones are not listed, and take no place on a page")
    void tombstones() {
        insert("a|1");
        User blocked = insert("a|2");
        insert("a|3");
        store().write(new UserChange.Update(
                stored(blocked), blocked.toBuilder().blocked(true).build(), Optional.empty()));
        delete(blocked);

        SearchPage page = search(SearchRequest.builder().limit(2));

        assertThat(ids(page.users())).containsExactly("a|1", "a|3");
        assertThat(page.next()).isEmpty();
    }
}
