package dev.onoma.providers.microsoft;

import static dev.onoma.core.attribute.RootAttribute.FAMILY_NAME;
import static dev.onoma.core.attribute.RootAttribute.GIVEN_NAME;
import static dev.onoma.core.attribute.RootAttribute.NAME;

import dev.onoma.core.connection.Connection;
import dev.onoma.core.json.JsonObject;
import dev.onoma.core.json.JsonString;
import dev.onoma.core.json.JsonValue;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.FlagState;
import dev.onoma.core.provider.Provider;

/**
 * Microsoft: id_tokens of Microsoft Entra and of personal accounts, and the Graph API's {@code /me}.
 *
 * <p>The identity is the account's object id and its tenant's id, {@code oid.tid}: both together are what Microsoft
 * calls immutable and unique, whichever application asks. A user principal name is neither, and is no address either. A
 * guest is another account in each tenant. An address counts as verified where {@code xms_edov} says that its domain's
 * owner is; a tenant's administrator can write any address into the others. There is no picture: Graph answers with the
 * photo itself.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference">ID token claims
 *     reference</a>
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/migrate-off-email-claim-authorization">Migrate
 *     away from using email claims</a>
 */
public final class Microsoft {
    /** The tenant of all personal accounts. */
    public static final String PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

    /** The table, for accounts of any tenant: documents have to name theirs. */
    public static final Provider PROVIDER = table().subjectWithin("tid").build();

    private Microsoft() {}

    /**
     * A connection to Microsoft, for accounts of any tenant, at each login of which Microsoft's root attributes overwrite
     * the stored ones. A document of the Graph API names no tenant, and is refused.
     */
    public static Connection.Builder connection(String name) {
        return Connection.of(name, PROVIDER);
    }

    /**
     * A connection to one tenant of Microsoft's, with the same subjects as a connection to any: what names no tenant, as
     * the Graph API, is of this one; what names another is refused.
     *
     * @param tenant its id, a GUID in lower case
     */
    public static Connection.Builder tenantConnection(String name, String tenant) {
        return Connection.of(name, table().subjectWithin("tid", tenant).build());
    }

    private static Provider.Builder table() {
        return Provider.named("microsoft")
                .social()
                .openIdConnect()
                .subject("oid | id")
                .attribute(NAME, "name | displayName")
                .attribute(GIVEN_NAME, "given_name | givenName")
                .attribute(FAMILY_NAME, "family_name | surname")
                .email("email", Flag.claim("xms_edov", Microsoft::domainOwner))
                .email("mail", Flag.unsaid())
                .errorDocument(Microsoft::isError);
    }

    /** Tokens have been seen with true, "true", "1" and 1 for the same. */
    private static FlagState domainOwner(JsonValue verified, String address) {
        return switch (verified instanceof JsonString text ? text.value() : verified.toJson()) {
            case "true", "1" -> FlagState.TRUE;
            case "false", "0" -> FlagState.FALSE;
            default -> FlagState.UNSAID;
        };
    }

    private static boolean isError(JsonValue document) {
        return document instanceof JsonObject object && object.has("error") && !object.has("oid") && !object.has("id");
    }
}
