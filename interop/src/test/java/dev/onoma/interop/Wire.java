package dev.onoma.interop;

import dev.onoma.oauth.http.BodyKind;
import dev.onoma.oauth.http.HttpCall;
import dev.onoma.oauth.http.HttpExchange;
import dev.onoma.oauth.http.HttpReply;
import dev.onoma.oauth.http.ProviderHttp;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The application's way to a provider. It keeps what went over it, and can change it. */
final class Wire implements HttpExchange {
    private final HttpExchange way = ProviderHttp.standard();
    private final List<Answered> answered = new CopyOnWriteArrayList<>();
    private final UnaryOperator<HttpReply> tokens;

    private Wire(UnaryOperator<HttpReply> tokens) {
        this.tokens = tokens;
    }

    static Wire faithful() {
        return new Wire(reply -> reply);
    }

    /** Token responses arrive changed. */
    static Wire changing(UnaryOperator<HttpReply> tokens) {
        return new Wire(tokens);
    }

    @Override
    public HttpReply send(HttpCall call) {
        HttpReply reply = way.send(call);
        answered.add(new Answered(call.kind(), reply));
        return call.kind() == BodyKind.TOKEN ? tokens.apply(reply) : reply;
    }

    /** What the provider answered, in order; without what it refused. */
    List<HttpReply> replies(BodyKind kind) {
        return answered.stream()
                .filter(one -> one.kind == kind)
                .map(Answered::reply)
                .toList();
    }

    private record Answered(BodyKind kind, HttpReply reply) {}
}
