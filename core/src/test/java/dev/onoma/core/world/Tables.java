package dev.onoma.core.world;

import dev.onoma.core.attribute.RootAttribute;
import dev.onoma.core.connection.Connection;
import dev.onoma.core.provider.Flag;
import dev.onoma.core.provider.Provider;
import java.util.Set;

/** Small provider tables, one of each kind, and connections that bear their names. */
public final class Tables {
    public static final Provider SOCIAL =
            names(Provider.named("social").social()).build();
    public static final Provider COMPANY =
            names(Provider.named("company").openIdConnect()).build();
    public static final Provider DATABASE = names(Provider.named("database").database())
            .attribute(RootAttribute.USERNAME, "username")
            .keepColumns(Set.of("plan"))
            .build();
    public static final Provider SMS = Provider.named("sms")
            .passwordless()
            .subject("sub")
            .attribute(RootAttribute.NAME, "name")
            .phone("phone_number", Flag.claim("phone_verified"))
            .build();

    private Tables() {}

    private static Provider.Builder names(Provider.Builder table) {
        return table.subject("sub")
                .attribute(RootAttribute.NAME, "name")
                .attribute(RootAttribute.GIVEN_NAME, "given_name")
                .attribute(RootAttribute.FAMILY_NAME, "family_name")
                .attribute(RootAttribute.NICKNAME, "nickname")
                .attribute(RootAttribute.PICTURE, "picture")
                .email("email", Flag.claim("email_verified"))
                .phone("phone_number", Flag.claim("phone_verified"));
    }

    /** A connection that bears its provider's name. */
    public static Connection.Builder connection(Provider provider) {
        return Connection.of(provider.name(), provider);
    }
}
