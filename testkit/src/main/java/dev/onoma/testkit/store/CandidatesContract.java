package dev.onoma.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.OwnedValue;
import dev.onoma.core.attribute.Owner;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.user.User;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The part of the contract about users that have an address. */
public abstract class CandidatesContract extends UserStorePart {
    /** The part, over stores. */
    protected CandidatesContract(Stores stores) {
        super(stores);
    }

    private List<StoredUser> candidates(String address, int limit) {
        return store().candidates(EmailAddress.parse(address).orElseThrow(), limit);
    }

    private void findsOnly(String address, User user) {
        assertThat(candidates(address, 10).stream().map(stored -> stored.user().id()))
                .as("candidates for " + address)
                .containsExactly(user.id());
    }

    @Test
    @DisplayName("L3: users with the address are found, verified or not, as they are stored")
    void found() {
        StoredUser verified = inserted(SampleUsers.complete());
        StoredUser unverified = inserted(SampleUsers.addressed("2", "Ana.Lovric@example.com"));
        inserted(SampleUsers.addressed("3", "ana.lovric@example.org"));
        inserted(SampleUsers.plain("4"));

        assertThat(candidates("Ana.Lovric@example.com", 10)).containsExactlyInAnyOrder(verified, unverified);
    }

    @Test
    @DisplayName("letters A to Z are compared without regard to case, whichever way round")
    void asciiCase() {
        User user = inserted(SampleUsers.addressed("1", "Ada.L+x@Example.ORG")).user();

        findsOnly("ada.l+x@example.org", user);
        findsOnly("ADA.L+X@EXAMPLE.ORG", user);
    }

    @Test
    @DisplayName("domains are compared as punycode")
    void punycode() {
        User unicode =
                inserted(SampleUsers.addressed("1", "ada@b\u00fccher.example")).user();
        User ascii = inserted(SampleUsers.addressed("2", "bob@XN--BCHER-KVA.example"))
                .user();

        findsOnly("ada@xn--bcher-kva.example", unicode);
        findsOnly("bob@B\u00fccher.example", ascii);
    }

    @Test
    @DisplayName("nothing else is folded: neither letters beyond ASCII, nor lookalikes, dots and plus signs")
    void nothingElse() {
        inserted(SampleUsers.addressed("1", "m\u0131ke@example.org"));
        inserted(SampleUsers.addressed("2", "\u00c4da@example.org"));
        inserted(SampleUsers.addressed("3", "\u017fam@example.org"));
        inserted(SampleUsers.addressed("4", "\u212aim@example.org"));
        inserted(SampleUsers.addressed("5", "a.da+x@example.org"));
        inserted(SampleUsers.addressed("6", "zo\u00eb@example.org"));

        for (String address : List.of(
                "mike@example.org",
                "\u00e4da@example.org",
                "sam@example.org",
                "kim@example.org",
                "ada@example.org",
                "a.da@example.org",
                "ada+x@example.org",
                "zoe@example.org",
                "zoe\u0308@example.org",
                "a_da+x@example.org",
                "%@example.org")) {
            assertThat(candidates(address, 10)).as("candidates for " + address).isEmpty();
        }
    }

    @Test
    @DisplayName("there are at most as many as asked for, and all when there are fewer")
    void limit() {
        for (int i = 0; i < 5; i++) {
            inserted(SampleUsers.addressed("n" + i, "shared@example.org"));
        }

        assertThat(candidates("shared@example.org", 2)).hasSize(2).doesNotHaveDuplicates();
        assertThat(candidates("shared@example.org", 5)).hasSize(5).doesNotHaveDuplicates();
        assertThat(candidates("shared@example.org", 50)).hasSize(5);
    }

    @Test
    @DisplayName("after a change of address, a user is found by the new one only")
    void afterChange() {
        StoredUser before = inserted(SampleUsers.addressed("1", "old@example.org"));
        User after = updated(before, SampleUsers.withAddress(before.user(), "new@example.org"))
                .user();

        assertThat(candidates("old@example.org", 10)).isEmpty();
        findsOnly("new@example.org", after);
    }

    @Test
    @DisplayName("a user that has no address any more, or is gone, is not found")
    void afterRemoval() {
        StoredUser one = inserted(SampleUsers.addressed("1", "ada@example.org"));
        StoredUser other = inserted(SampleUsers.addressed("2", "ada@example.org"));
        updated(
                one,
                one.user().toBuilder()
                        .root(one.user().root().without(RootAttribute.EMAIL))
                        .build());
        store().write(new UserChange.Delete(other));

        assertThat(candidates("ada@example.org", 10)).isEmpty();
    }

    @Test
    @DisplayName("an address that stands in another attribute makes nobody a candidate")
    void otherAttributes() {
        User user = SampleUsers.plain("ada@example.org");
        inserted(user.toBuilder()
                .root(user.root()
                        .with(RootAttribute.NAME, OwnedValue.of("ada@example.org", Owner.DERIVED))
                        .with(RootAttribute.NICKNAME, OwnedValue.of("ada@example.org", Owner.USER)))
                .userMetadata(SampleUsers.json("{\"email\":\"ada@example.org\"}"))
                .build());

        assertThat(candidates("ada@example.org", 10)).isEmpty();
    }

    @Test
    @DisplayName("a candidate can be updated by the version that it came with")
    void versions() {
        StoredUser inserted = inserted(SampleUsers.addressed("1", "ada@example.org"));
        updated(inserted, SampleUsers.named(inserted.user(), "Ada"));

        StoredUser candidate = candidates("ada@example.org", 1).get(0);

        assertThat(updated(candidate, SampleUsers.named(candidate.user(), "Ada Lovelace"))
                        .user()
                        .name())
                .contains("Ada Lovelace");
    }
}
