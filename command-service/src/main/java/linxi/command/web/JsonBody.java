package linxi.command.web;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body strictly: one JSON object, each name once, numbers exact, everything bounded. */
final class JsonBody {
    /** Of most commands. */
    static final JsonBody USUAL = new JsonBody(1 << 20);

    /** Of lots and agreements. */
    static final JsonBody LARGE = new JsonBody(4 << 20);

    /**
     * A token costs up to some 100 bytes of memory and may cost one of the body: a tree of nothing but numbers would be
     * fifty times its body. The densest bodies that make sense have fewer tokens than one for each 16 bytes allowed: 5
     * paths of 20 000 members come to 200 000, 10 000 contributions to 110 000.
     */
    private static final int BYTES_A_TOKEN = 16;

    private final int most;
    private final int tokens;
    private final JsonMapper mapper;

    private JsonBody(int most) {
        this.most = most;
        this.tokens = most / BYTES_A_TOKEN;
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(20)
                .maxTokenCount(tokens)
                .maxNumberLength(100)
                .maxNameLength(200)
                .maxStringLength(100_000)
                .build();
        this.mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .build();
    }

    /** How many bytes it may have. */
    int most() {
        return most;
    }

    /** @throws BadRequest unless it is a JSON object; an empty body counts as one without fields */
    ObjectNode read(byte[] body) {
        if (isBlank(body)) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (tree(body) instanceof ObjectNode object) {
            return object;
        }
        throw new BadRequest(FormRule.WRONG_JSON_TYPE, null, null);
    }

    private JsonNode tree(byte[] body) {
        try (var parser = mapper.createParser(body)) {
            return tree(parser);
        } catch (JacksonException e) {
            throw new BadRequest(FormRule.MALFORMED_JSON, null, null);
        }
    }

    private JsonNode tree(JsonParser parser) {
        try {
            return mapper.readTree(parser);
        } catch (StreamConstraintsException e) {
            throw parser.currentTokenCount() > tokens ? new BadRequest(FormRule.TOO_LARGE, null, null) : e;
        }
    }

    private static boolean isBlank(byte[] body) {
        for (byte each : body) {
            if (!Character.isWhitespace(each & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
