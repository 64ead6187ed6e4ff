package dev.onoma.core.login;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.connection.Connections;
import dev.onoma.core.connection.SyncRule;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.link.LinkDecision;
import dev.onoma.core.link.LinkDecision.ExistingIdentity;
import dev.onoma.core.link.LinkDecision.LinkAllowed;
import dev.onoma.core.link.Linking;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.ProviderKind;
import dev.onoma.core.provider.Warning;
import dev.onoma.core.store.StoredUser;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.sync.SyncResult;
import dev.onoma.core.sync.Synchronization;
import dev.onoma.core.user.Identity;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.LoginEvent;
import dev.onoma.core.user.User;
import dev.onoma.core.user.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides one login from what was read. Pure: it may run again whenever the store turns out to have changed. */
final class Judge {
    private final Connections connections;
    private final Linking linking;
    private final Connection connection;
    private final NormalizedProfile profile;
    private final LoginEvent event;
    private final Origin origin;
    private final boolean onlyKnown;

    Judge(
            Connections connections,
            Linking linking,
            Connection connection,
            NormalizedProfile profile,
            LoginEvent event,
            Origin origin,
            boolean onlyKnown) {
        this.connections = connections;
        this.linking = linking;
        this.connection = connection;
        this.profile = profile;
        this.event = event;
        this.origin = origin;
        this.onlyKnown = onlyKnown;
    }

    boolean isOnlyKnown() {
        return onlyKnown;
    }

    /** The login of an identity that the store knows. */
    Judgement known(StoredUser stored) {
        User user = stored.user();
        if (stored.isTombstone()) {
            return user.isBlocked()
                    ? refused(user, RefusalCode.USER_BLOCKED, "the user was deleted while blocked")
                    : refused(user, RefusalCode.USER_DELETED, "the user was deleted, and its connection remembers it");
        }
        Identity identity = user.identity(key()).orElseThrow();
        if (!identity.provider().equals(connection.provider().name())) {
            return refused(
                    user,
                    RefusalCode.ID_SPACE_CHANGED,
                    "connection \"" + connection.name() + "\" has another provider than the identity was made with");
        }
        if (user.isBlocked()) {
            return new Judgement.Refused(
                    new Refusal(RefusalCode.USER_BLOCKED, "the user is blocked"),
                    Optional.of(new UserChange.Touch(user.id(), event, failure(user, RefusalCode.USER_BLOCKED))),
                    List.of());
        }
        boolean primary = user.primaryIdentity().key().equals(key());
        SyncResult sync = primary
                ? Synchronization.ofPrimary(
                        profile, connection, connections, user.root(), user.userMetadata(), event.at())
                : Synchronization.ofSecondary(profile, connection, user.root(), user.userMetadata());
        Identity now = identity.withProfileData(profile.profileData(), profile.isVouchedFor());
        List<Identity> identities = now.equals(identity) ? user.identities() : replaced(user.identities(), now);
        User after = user.toBuilder()
                .root(sync.root())
                .userMetadata(sync.userMetadata())
                .identities(identities)
                .build();
        return changed(stored, after, new ExistingIdentity(), sync, List.of(), EventType.LOGIN);
    }

    /** The login of an identity that the store does not know. */
    Judgement unknown(List<StoredUser> sameAddress) {
        if (onlyKnown) {
            return refused(RefusalCode.UNKNOWN_USER, "the login creates nobody, and no user has the identity");
        }
        List<User> users = sameAddress.stream().map(StoredUser::user).toList();
        LinkDecision link = linking.decide(connection, profile, users);
        List<UserId> revoked = linking.revoked(connection, profile, users);
        if (link instanceof LinkAllowed allowed) {
            StoredUser joined = sameAddress.stream()
                    .filter(stored -> stored.user().id().equals(allowed.user()))
                    .findFirst()
                    .orElseThrow();
            return joining(joined, allowed, revoked);
        }
        return connection.syncPolicy().mode() == SyncRule.NEVER_ON_LOGIN
                ? refused(
                        RefusalCode.UNKNOWN_USER,
                        "connection \"" + connection.name() + "\" creates no users: its sync mode is never_on_login")
                : creating(link, revoked);
    }

    private Judgement joining(StoredUser joined, LinkAllowed link, List<UserId> revoked) {
        User user = joined.user();
        List<Identity> identities = new ArrayList<>(user.identities());
        identities.add(newIdentity());
        SyncResult sync = Synchronization.ofSecondary(profile, connection, user.root(), user.userMetadata());
        return changed(
                joined,
                user.toBuilder().identities(identities).build(),
                link,
                sync,
                revoked,
                EventType.LINK,
                EventType.LOGIN);
    }

    private Judgement creating(LinkDecision link, List<UserId> revoked) {
        SyncResult sync = Synchronization.creation(profile, connection, connections, event.at());
        UserId id = UserId.from(connection.provider().name(), key());
        User created =
                User.builder(id, newIdentity(), event.at()).root(sync.root()).build();
        User counted = counted(created);
        return new Judgement.Accepted(
                profile,
                LoginOutcome.CREATED,
                Optional.empty(),
                counted,
                link,
                sync.decisions(),
                warnings(sync),
                revoked,
                new UserChange.Insert(counted, events(id, EventType.SIGNUP, EventType.LOGIN)));
    }

    private Judgement changed(
            StoredUser stored,
            User after,
            LinkDecision link,
            SyncResult sync,
            List<UserId> revoked,
            EventType... types) {
        User before = stored.user();
        boolean touched = after.sameProfile(before);
        User written =
                touched ? before : after.toBuilder().updatedAt(event.at()).build();
        return new Judgement.Accepted(
                profile,
                touched ? LoginOutcome.UNCHANGED : LoginOutcome.UPDATED,
                Optional.of(before),
                counted(written),
                link,
                sync.decisions(),
                warnings(sync),
                revoked,
                touched
                        ? new UserChange.Touch(before.id(), event, events(before.id(), types))
                        : new UserChange.Update(stored, written, Optional.of(event), events(before.id(), types)));
    }

    private User counted(User user) {
        return user.toBuilder().counters(user.counters().plus(event)).build();
    }

    private List<Warning> warnings(SyncResult sync) {
        if (sync.warnings().isEmpty()) {
            return profile.warnings();
        }
        List<Warning> all = new ArrayList<>(profile.warnings());
        all.addAll(sync.warnings());
        return List.copyOf(all);
    }

    private IdentityKey key() {
        return new IdentityKey(connection.name(), profile.subject());
    }

    private Identity newIdentity() {
        return new Identity(
                key(),
                connection.provider().name(),
                connection.provider().kind() == ProviderKind.SOCIAL,
                profile.profileData(),
                profile.isVouchedFor());
    }

    private static List<Identity> replaced(List<Identity> identities, Identity changed) {
        return identities.stream()
                .map(identity -> identity.key().equals(changed.key()) ? changed : identity)
                .toList();
    }

    private List<UserEvent> events(UserId user, EventType... types) {
        return Arrays.stream(types)
                .map(type -> UserEvent.of(user, event.at(), type).from(origin))
                .toList();
    }

    private List<UserEvent> failure(User user, RefusalCode code) {
        return List.of(UserEvent.of(user.id(), event.at(), EventType.FAILED_LOGIN)
                .from(origin)
                .detail(code.code()));
    }

    private Judgement refused(User user, RefusalCode code, String message) {
        return new Judgement.Refused(new Refusal(code, message), Optional.empty(), failure(user, code));
    }

    private static Judgement refused(RefusalCode code, String message) {
        return new Judgement.Refused(new Refusal(code, message), Optional.empty(), List.of());
    }
}
