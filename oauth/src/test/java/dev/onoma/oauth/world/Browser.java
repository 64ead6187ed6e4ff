package dev.onoma.oauth.world;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onoma.oauth.Callback;
import dev.onoma.oauth.StartedLogin;
import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpException;
import dev.onoma.oauth.http.ProviderHttp;
import java.net.URI;

/** Goes where it is sent, and brings back what it is sent back with. */
public final class Browser {
    private Browser() {}

    /** The callback of a login at a provider that asks nobody. */
    public static Callback browse(StartedLogin started) {
        HttpException redirect = catchThrowableOfType(
                HttpException.class,
                () -> ProviderHttp.standard().send(HttpCall.get(started.redirectUri(), BodyKind.USERINFO)));
        String location = redirect.reply().orElseThrow().header("location").orElseThrow();
        return Callback.parse(URI.create(location).getRawQuery());
    }
}
