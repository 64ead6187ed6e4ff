package dev.onoma.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.search.Query;
import dev.onoma.core.search.SearchPage;
import dev.onoma.core.search.SearchRequest;
import dev.onoma.core.search.Sort;
import dev.onoma.core.search.UserField;
import dev.onoma.core.user.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about the order of what is found. */
public abstract class SortingContract extends DirectoryPart {
    /** The part, over directories. */
    protected SortingContract(Directories directories) {
        super(directories);
    }

    private static List<Sort> sorts() {
        return Stream.of(UserField.values())
                .filter(UserField::isSortable)
                .flatMap(field -> Stream.of(new Sort(field, true), new Sort(field, false)))
                .toList();
    }

    private List<User> insertSortable() {
        List<User> users = new ArrayList<>(Samples.sortable());
        Collections.shuffle(users, new Random(2));
        users.forEach(this::inserted);
        return users;
    }

    @Test
    @DisplayName("users are in the order asked for, equal ones by user id, and those without a value last")
    void sorted() {
        List<User> users = insertSortable();

        for (Sort sort : sorts()) {
            SearchRequest.Builder request = SearchRequest.builder().sort(sort);

            assertThat(ids(search(request).users()))
                    .as(sort.text())
                    .isEqualTo(ids(SearchPage.among(users, request.build()).users()));
        }
    }

    @Test
    @DisplayName("pages of every order hold each user once, behind a cursor or an offset")
    void paged() {
        List<User> users = insertSortable();

        for (Sort sort : sorts()) {
            for (int limit : List.of(1, 5, 24)) {
                SearchRequest.Builder request =
                        SearchRequest.builder().sort(sort).limit(limit);
                List<String> expected = ids(SearchPage.among(
                                users, SearchRequest.builder().sort(sort).build())
                        .users());

                assertThat(ids(paged(request))).as(sort.text()).isEqualTo(expected);
            }
            assertThat(ids(search(SearchRequest.builder().sort(sort).limit(5).offset(17))
                            .users()))
                    .as(sort.text())
                    .isEqualTo(ids(SearchPage.among(
                                    users,
                                    SearchRequest.builder()
                                            .sort(sort)
                                            .limit(5)
                                            .offset(17)
                                            .build())
                            .users()));
        }
    }

    @Test
    @DisplayName("what is searched for is sorted and paged too")
    void searched() {
        List<User> users = insertSortable();
        Query query = Query.parse("nickname:b* -nickname:b1");

        for (Sort sort : sorts()) {
            SearchRequest whole =
                    SearchRequest.builder().query(query).sort(sort).build();

            assertThat(ids(paged(SearchRequest.builder().query(query).sort(sort).limit(4))))
                    .as(sort.text())
                    .isEqualTo(ids(SearchPage.among(users, whole).users()))
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("a cursor stays valid when the user that it is behind is deleted")
    void deleted() {
        insertSortable();
        Sort sort = new Sort(UserField.LAST_LOGIN, false);
        SearchPage first = search(SearchRequest.builder().sort(sort).limit(7));
        List<User> rest =
                search(SearchRequest.builder().sort(sort).limit(24).offset(7)).users();

        delete(first.users().get(6));

        assertThat(search(SearchRequest.builder().sort(sort).after(first.next().orElseThrow()))
                        .users())
                .isEqualTo(rest);
    }
}
