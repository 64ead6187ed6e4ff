package dev.onoma.core.user;

import static java.util.Objects.requireNonNull;

import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.PairValue;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.attribute.RootAttributes;
import dev.onoma.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The stored profile of one person. Immutable. */
public final class User {
    private final UserId id;
    private final RootAttributes root;
    private final List<Identity> identities;
    private final JsonObject userMetadata;
    private final JsonObject appMetadata;
    private final boolean blocked;
    private final Instant createdAt;
    private final Instant updatedAt;
    private final LoginCounters counters;

    private User(Builder builder) {
        this.id = builder.id;
        this.root = builder.root;
        this.identities = List.copyOf(builder.identities);
        this.userMetadata = builder.userMetadata;
        this.appMetadata = builder.appMetadata;
        this.blocked = builder.blocked;
        this.createdAt = builder.createdAt;
        this.updatedAt = builder.updatedAt;
        this.counters = builder.counters;
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("a user must have an identity");
        }
    }

    /** A builder for a user that is created now and has nothing yet but its identity. */
    public static Builder builder(UserId id, Identity primary, Instant createdAt) {
        return new Builder(id, List.of(primary), createdAt);
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    public UserId id() {
        return id;
    }

    /** The root attributes with their owners. */
    public RootAttributes root() {
        return root;
    }

    /** A root attribute's text, or its address where it is a pair; empty when it is not set. */
    public Optional<String> text(RootAttribute attribute) {
        return root.text(attribute);
    }

    public Optional<String> name() {
        return text(RootAttribute.NAME);
    }

    public Optional<String> email() {
        return text(RootAttribute.EMAIL);
    }

    /** What two spellings of the e-mail address share, by which users are found; empty when there is no address. */
    public Optional<String> emailKey() {
        return email().map(EmailAddress::of).map(EmailAddress::key);
    }

    /** Whether the e-mail address is verified; false when there is none. */
    public boolean isEmailVerified() {
        return root.pair(RootAttribute.EMAIL).map(PairValue::isVerified).orElse(false);
    }

    /** The identities; the first is primary, and there is always one. */
    public List<Identity> identities() {
        return identities;
    }

    public Identity primaryIdentity() {
        return identities.get(0);
    }

    public Optional<Identity> identity(IdentityKey key) {
        for (Identity identity : identities) {
            if (identity.key().equals(key)) {
                return Optional.of(identity);
            }
        }
        return Optional.empty();
    }

    /** What the user may read and write. */
    public JsonObject userMetadata() {
        return userMetadata;
    }

    /** What only the application and its administrators may read and write. */
    public JsonObject appMetadata() {
        return appMetadata;
    }

    public boolean isBlocked() {
        return blocked;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When anything but the counters changed last. */
    public Instant updatedAt() {
        return updatedAt;
    }

    public LoginCounters counters() {
        return counters;
    }

    /** Whether another user is the same but for its times and counters. */
    public boolean sameProfile(User other) {
        return id.equals(other.id)
                && blocked == other.blocked
                && root.equals(other.root)
                && identities.equals(other.identities)
                && userMetadata.equals(other.userMetadata)
                && appMetadata.equals(other.appMetadata);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof User user
                && sameProfile(user)
                && createdAt.equals(user.createdAt)
                && updatedAt.equals(user.updatedAt)
                && counters.equals(user.counters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, updatedAt, counters);
    }

    /** What is there; not what it says. */
    @Override
    public String toString() {
        return "User[" + root + ", identities=" + identities + (blocked ? ", blocked]" : "]");
    }

    /** Collects a user's parts. */
    public static final class Builder {
        private final UserId id;
        private RootAttributes root = RootAttributes.NONE;
        private List<Identity> identities;
        private JsonObject userMetadata = JsonObject.EMPTY;
        private JsonObject appMetadata = JsonObject.EMPTY;
        private boolean blocked;
        private final Instant createdAt;
        private Instant updatedAt;
        private LoginCounters counters = LoginCounters.NONE;

        private Builder(UserId id, List<Identity> identities, Instant createdAt) {
            this.id = requireNonNull(id, "id");
            this.identities = identities;
            this.createdAt = requireNonNull(createdAt, "createdAt");
            this.updatedAt = createdAt;
        }

        private Builder(User user) {
            this(user.id, user.identities, user.createdAt);
            this.root = user.root;
            this.userMetadata = user.userMetadata;
            this.appMetadata = user.appMetadata;
            this.blocked = user.blocked;
            this.updatedAt = user.updatedAt;
            this.counters = user.counters;
        }

        public Builder root(RootAttributes attributes) {
            root = requireNonNull(attributes, "attributes");
            return this;
        }

        /** All identities, the primary one first. */
        public Builder identities(List<Identity> all) {
            identities = requireNonNull(all, "all");
            return this;
        }

        public Builder userMetadata(JsonObject metadata) {
            userMetadata = requireNonNull(metadata, "metadata");
            return this;
        }

        public Builder appMetadata(JsonObject metadata) {
            appMetadata = requireNonNull(metadata, "metadata");
            return this;
        }

        public Builder blocked(boolean isBlocked) {
            blocked = isBlocked;
            return this;
        }

        public Builder updatedAt(Instant time) {
            updatedAt = requireNonNull(time, "time");
            return this;
        }

        public Builder counters(LoginCounters all) {
            counters = requireNonNull(all, "all");
            return this;
        }

        /** The user. */
        public User build() {
            return new User(this);
        }
    }
}
