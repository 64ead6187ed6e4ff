package dev.onoma.interop;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * What a browser shows.
 *
 * @param address the application's when the provider sent the browser back; the document is empty then
 */
record Page(URI address, Document document) {
    boolean isCallback() {
        return address.toString().startsWith(Application.CALLBACK + "?");
    }

    /** Whether there is a field or button of that name. */
    boolean asks(String name) {
        return !document.getElementsByAttributeValue("name", name).isEmpty();
    }

    FormElement form() {
        return document.expectForm("form[method=post]");
    }

    /** The form's fields as they are filled in already, without its buttons. */
    Map<String, String> fields() {
        FormElement form = form();
        form.elements().removeIf(field -> field.is("button, [type=submit]"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        return fields;
    }
}
