package dev.onoma.core.provider;

/** Who stands behind a provider. */
public enum ProviderKind {
    /** A social network or another public service. */
    SOCIAL,
    /** An organization's own identity provider. */
    ENTERPRISE,
    /** The application's own user table. */
    DATABASE,
    /** The application itself, by a code sent to an address. */
    PASSWORDLESS;

    /** Whether the application is itself the identity provider, so that profiles are edited there. */
    public boolean isOwn() {
        return this == DATABASE || this == PASSWORDLESS;
    }
}
