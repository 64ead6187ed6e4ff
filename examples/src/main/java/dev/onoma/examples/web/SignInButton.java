package dev.onoma.examples.web;

import dev.onoma.examples.web.server.Html;
import dev.onoma.examples.web.server.Layout;

/** The buttons that lead to providers, and their marks. */
final class SignInButton {
    private SignInButton() {}

    /** The button that signs in with a provider, or links an account there. */
    static Html of(OfferedProvider provider, String formToken, String path, String words) {
        Html label = Html.of("{}<span>{} {}</span>", mark(provider.connection()), words, provider.label());
        return Layout.button(path + provider.connection(), formToken, label, "provider");
    }

    static Html mark(String connection) {
        return switch (connection) {
            case IdentityProviders.GOOGLE -> new Html("""
                        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke-width="4.2">\
                        <path stroke="#ea4335" d="M4.6 8.1A8.3 8.3 0 0 1 17.9 6.1"/>\
                        <path stroke="#fbbc05" d="M4.7 15.9a8.3 8.3 0 0 1-.1-7.8"/>\
                        <path stroke="#34a853" d="M17.6 18.2a8.3 8.3 0 0 1-12.9-2.3"/>\
                        <path stroke="#4285f4" d="M12.2 12h8.1a8.3 8.3 0 0 1-2.7 6.2"/></svg>""");
            case IdentityProviders.FACEBOOK -> new Html("""
                        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">\
                        <circle cx="12" cy="12" r="11" fill="#1877f2"/>\
                        <path fill="#fff" d="M13.4 23v-8.4h2.9l.5-3.3h-3.4V9.2c0-1 .4-1.8 1.8-1.8h1.7V4.5\
                        c-.4 0-1.4-.2-2.5-.2-2.6 0-4.4 1.6-4.4 4.5v2.5H7.1v3.3H10V23z"/></svg>""");
            default -> Html.NOTHING;
        };
    }
}
