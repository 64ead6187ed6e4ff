package dev.onoma.testkit.oauth;

import dev.onoma.testkit.oauth.http.Answer;

/** A person's picture: the initial on a colour of its own, so that pages have something to show. */
final class Portrait {
    private Portrait() {}

    static Answer of(Person person) {
        String label = person.label();
        String initial = label.substring(0, label.offsetByCodePoints(0, label.isEmpty() ? 0 : 1));
        int hue = Math.floorMod(person.subject().hashCode(), 360);
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\"><rect width=\"96\" height=\"96\""
                + " fill=\"hsl(" + hue + " 32% 42%)\"/><text x=\"48\" y=\"63\" font-family=\"system-ui,sans-serif\""
                + " font-size=\"44\" fill=\"#fff\" text-anchor=\"middle\">" + SignInPage.escape(initial)
                + "</text></svg>";
        return Answer.text(200, "image/svg+xml", svg).with("Content-Security-Policy", "default-src 'none'");
    }

    static Answer none() {
        return Answer.empty(404);
    }
}
