package dev.onoma.mapping;

import dev.onoma.mapping.Node.Field;
import dev.onoma.mapping.Node.Fields;
import dev.onoma.mapping.Node.Items;
import dev.onoma.mapping.Node.Place;
import dev.onoma.mapping.Node.Scalar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the part of YAML 1.2 that a mapping file needs, of which JSON is a part: one document of names, lists and text,
 * without anchors, aliases and tags. It builds from the parser's events, so nothing in a file makes an object.
 */
final class YamlText {
    private static final int DEEPEST = 8;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(MappingFile.MOST_BYTES).build();

    private final Iterator<Event> events;

    private YamlText(Iterator<Event> events) {
        this.events = events;
    }

    static Node read(byte[] utf8) {
        if (utf8.length > MappingFile.MOST_BYTES) {
            throw wrong(Place.START, "a mapping file is at most " + MappingFile.MOST_BYTES + " bytes long");
        }
        String text = decoded(utf8);
        try {
            return new YamlText(new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text))).document();
        } catch (MarkedYamlEngineException syntax) {
            throw wrong(place(syntax.getProblemMark()), "not YAML: " + syntax.getProblem());
        } catch (ReaderException character) {
            throw wrong(placeOf(text, character.getPosition()), "not YAML: a character that it does not allow");
        } catch (NumberFormatException cutOff) {
            // Of an escape at the very end of a text, the scanner counts the digits that are missing too.
            throw wrong(placeOf(text, text.length()), "not YAML: an escape that is cut off");
        } catch (YamlEngineException other) {
            throw wrong(Place.START, "not YAML");
        }
    }

    private static String decoded(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException malformed) {
            throw wrong(Place.START, "not UTF-8");
        }
    }

    private static Place placeOf(String text, int index) {
        String before = text.substring(0, Math.min(Math.max(index, 0), text.length()));
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new Place(lines + 1, before.length() - before.lastIndexOf('\n'));
    }

    private Node document() {
        events.next();
        if (events.next().getEventId() != Event.ID.DocumentStart) {
            throw wrong(Place.START, "the file is empty");
        }
        Node node = node(events.next(), 1);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw wrong(place(end.getStartMark()), "a mapping file is one document");
        }
        return node;
    }

    private Node node(Event event, int depth) {
        Place place = place(event.getStartMark());
        if (depth > DEEPEST) {
            throw wrong(place, "nested more than " + DEEPEST + " levels deep");
        }
        refuseIndirection(event, place);
        if (event instanceof ScalarEvent scalar) {
            return new Scalar(place, scalar.getValue(), scalar.isPlain());
        }
        return event.getEventId() == Event.ID.SequenceStart ? items(place, depth) : fields(place, depth);
    }

    /** An alias could repeat a part without end, and a tag could ask for a type that there is no use for. */
    private static void refuseIndirection(Event event, Place place) {
        if (event.getEventId() == Event.ID.Alias
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw wrong(place, "anchors and aliases are not read in a mapping file");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw wrong(place, "tags are not read in a mapping file");
        }
    }

    private Items items(Place place, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Items(place, List.copyOf(nodes));
    }

    private Fields fields(Place place, int depth) {
        List<Field> fields = new ArrayList<>();
        Map<String, Place> known = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof Scalar name)) {
                throw wrong(place(event.getStartMark()), "a name must be text");
            }
            Place before = known.putIfAbsent(name.text(), name.place());
            if (before != null) {
                throw wrong(name.place(), ValueReader.quoted(name) + " is there already, on line " + before.line());
            }
            fields.add(new Field(name, node(events.next(), depth + 1)));
        }
        return new Fields(place, List.copyOf(fields));
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Place.START);
    }

    private static InvalidMappingException wrong(Place place, String message) {
        return new InvalidMappingException(List.of(place.problem(message)));
    }
}
