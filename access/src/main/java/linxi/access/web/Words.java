package linxi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.edge.http.BodyRoom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A small JSON object of texts. */
final class Words {
    private static final int MOST = 4_096;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> words;

    private Words(Map<String, String> words) {
        this.words = words;
    }

    /** @throws AccessRefused where it is anything else */
    static Words read(HttpServletRequest http, BodyRoom room) {
        var type = http.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new AccessRefused(Reason.BAD_BODY, "Content-Type");
        }
        var words = new HashMap<String, String>();
        try {
            var body = JSON.readTree(room.read(http, MOST));
            if (!body.isObject()) {
                throw new AccessRefused(Reason.BAD_BODY);
            }
            for (var field : body.properties()) {
                if (!field.getValue().isString()) {
                    throw new AccessRefused(Reason.BAD_BODY, field.getKey());
                }
                words.put(field.getKey(), field.getValue().stringValue());
            }
        } catch (JacksonException e) {
            throw new AccessRefused(Reason.BAD_BODY);
        }
        return new Words(words);
    }

    /** @throws AccessRefused where it is missing */
    String text(String name) {
        var word = words.get(name);
        if (word == null) {
            throw new AccessRefused(Reason.BAD_BODY, name);
        }
        return word;
    }

    @Nullable
    String textIfAny(String name) {
        return words.get(name);
    }
}
