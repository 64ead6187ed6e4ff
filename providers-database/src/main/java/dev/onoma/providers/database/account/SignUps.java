package dev.onoma.providers.database.account;

import dev.onoma.core.Refusal;
import dev.onoma.core.RefusalCode;
import dev.onoma.core.administration.MetadataRules;
import dev.onoma.core.attribute.EmailAddress;
import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.claims.Claims;
import dev.onoma.core.claims.Evidence;
import dev.onoma.core.credential.Credential;
import dev.onoma.core.credential.LoginName;
import dev.onoma.core.history.EventType;
import dev.onoma.core.history.Origin;
import dev.onoma.core.history.UserEvent;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.provider.Normalization;
import dev.onoma.core.provider.NormalizedProfile;
import dev.onoma.core.provider.RefusedClaims;
import dev.onoma.core.provider.Warning;
import dev.onoma.core.store.LoginNameTakenException;
import dev.onoma.core.store.UserChange;
import dev.onoma.core.ticket.TicketPurpose;
import dev.onoma.core.user.ChangeResult;
import dev.onoma.core.user.IdentityKey;
import dev.onoma.core.user.User;
import dev.onoma.providers.database.guard.AccountLimit;
import dev.onoma.providers.database.message.Message;
import dev.onoma.providers.database.message.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes users of what people typed. */
final class SignUps {
    /** Where the claims of an account have its id. */
    static final String ID = "user_id";

    private final Parts parts;
    private final AccountWriting accounts;
    private final PasswordWork passwords;
    private final Optional<CustomNames> custom;

    SignUps(Parts parts, PasswordWork passwords, Optional<CustomNames> custom) {
        this.parts = parts;
        this.accounts = new AccountWriting(parts);
        this.passwords = passwords;
        this.custom = custom;
    }

    ChangeResult signUp(SignUp signUp, Origin origin) {
        Instant now = parts.now();
        Normalization normalization = parts.connection().normalize(claims(signUp));
        if (normalization instanceof RefusedClaims refused) {
            return new ChangeResult.Refused(refused.refusal());
        }
        NormalizedProfile profile = (NormalizedProfile) normalization;
        Optional<Refusal> refusal = refusal(signUp, profile);
        if (refusal.isPresent()) {
            return new ChangeResult.Refused(refusal.get());
        }
        User user = accounts.newUser(profile, signUp.userMetadata(), now);
        return passwords.choosing(signUp.password(), user.root(), hash -> written(user, hash, origin, now));
    }

    private Claims claims(SignUp signUp) {
        // An id that is drawn: addresses and user names change hands.
        JsonObject.Builder record =
                JsonObject.builder().put(ID, UUID.randomUUID().toString());
        signUp.attributes().forEach((attribute, text) -> record.put(attribute.fieldName(), text));
        return Claims.of(record.build(), Evidence.SIGNUP, parts.connection().limits());
    }

    private Optional<Refusal> refusal(SignUp signUp, NormalizedProfile profile) {
        for (Warning warning : profile.warnings()) {
            return Optional.of(
                    new Refusal(RefusalCode.INVALID_ATTRIBUTE, warning.path() + " must be " + warning.expected()));
        }
        if (profile.text(RootAttribute.EMAIL).isEmpty()
                && profile.text(RootAttribute.USERNAME).isEmpty()) {
            return Optional.of(
                    new Refusal(RefusalCode.INVALID_SIGNUP, "a signup must have an e-mail address or a user name"));
        }
        return metadataRefusal(signUp.userMetadata());
    }

    private Optional<Refusal> metadataRefusal(JsonObject fields) {
        int most = parts.limits().of(AccountLimit.SIGNUP_METADATA_FIELDS);
        int longest = parts.limits().of(AccountLimit.SIGNUP_METADATA_CHARACTERS);
        boolean texts = fields.names().stream()
                .allMatch(name -> fields.get(name).orElseThrow() instanceof JsonString text
                        && text.value().codePointCount(0, text.value().length()) <= longest);
        if (fields.names().size() > most || !texts) {
            return Optional.of(new Refusal(
                    RefusalCode.FORBIDDEN_METADATA,
                    "user_metadata of a signup must be at most " + most + " fields, each a text of at most " + longest
                            + " characters"));
        }
        return MetadataRules.check(
                "user_metadata", fields, fields, parts.connection().limits());
    }

    private ChangeResult written(User user, String hash, Origin origin, Instant now) {
        IdentityKey key = user.primaryIdentity().key();
        UserEvent event = UserEvent.of(user.id(), now, EventType.SIGNUP)
                .from(origin.through(parts.connection().name()));
        Optional<Refusal> elsewhere = custom.flatMap(names -> names.refusal(user));
        if (elsewhere.isPresent()) {
            if (elsewhere.get().code() == RefusalCode.LOGIN_NAME_TAKEN) {
                user.email().ifPresent(address -> tellOwner(address, origin, now));
            }
            return new ChangeResult.Refused(elsewhere.get());
        }
        try {
            parts.store()
                    .credentials()
                    .write(
                            new UserChange.Insert(user, List.of(event)),
                            Credential.of(key, user.root()).withPassword(hash, now));
        } catch (LoginNameTakenException taken) {
            user.email().ifPresent(address -> tellOwner(address, origin, now));
            return ChangeResult.refused(
                    RefusalCode.LOGIN_NAME_TAKEN,
                    "another user of the connection has the address, user name or phone number");
        }
        user.email().ifPresent(address -> verify(key, address, origin, now));
        return new ChangeResult.Done(Optional.empty(), Optional.of(user), Optional.empty());
    }

    private void verify(IdentityKey key, String address, Origin origin, Instant now) {
        if (parts.messages().allows(EmailAddress.of(address).key(), origin.ip(), now)) {
            parts.outbox()
                    .later(sender -> sender.send(parts.tickets().issue(TicketPurpose.VERIFY_EMAIL, key, address, now)));
        }
    }

    /** A page that answers every signup alike leaves it to this message to say what happened. */
    private void tellOwner(String address, Origin origin, Instant now) {
        EmailAddress owner = EmailAddress.of(address);
        if (parts.messages().allows(owner.key(), origin.ip(), now)) {
            parts.outbox().later(sender -> {
                // To the address as its owner wrote it, not as somebody else did.
                Optional<String> own = parts.store()
                        .credentials()
                        .find(parts.connection().name(), LoginName.of(owner))
                        .flatMap(known -> accounts.find(known.identity()))
                        .flatMap(Account::email)
                        .or(() ->
                                custom.filter(names -> names.has(owner.text())).map(names -> address));
                own.ifPresent(to -> sender.send(Message.notice(MessageKind.ALREADY_SIGNED_UP, to)));
            });
        }
    }
}
