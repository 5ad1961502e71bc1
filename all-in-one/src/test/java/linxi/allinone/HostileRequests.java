package linxi.allinone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import linxi.allinone.Injections.Injection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests that nobody in his right mind sends, made from the services' own description and a seed. */
final class HostileRequests {
    /** Stands in every text that is sent, and nowhere else. */
    static final String MARK = "zqxcanaryzqx";

    /**
     * @param head request line and headers as they are sent, without the length
     * @param body as bytes, one character each
     */
    record Request(String head, String body) {
        static Request of(String head, String body) {
            return new Request(head, new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    /** @param body an example that is right; a missing node where there is none */
    record Operation(String method, String path, List<String> parameters, JsonNode body) {}

    private static final JsonMapper JSON = new JsonMapper();
    private final Random random;
    private final List<Operation> operations = new ArrayList<>();

    /** Everything evil at each place of each operation, one by one, before anything is left to chance. */
    private final Queue<Injection> injections = new ArrayDeque<>();

    HostileRequests(long seed, JsonNode... documents) {
        this.random = new Random(seed);
        for (var document : documents) {
            document.path("paths")
                    .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                        var schema = operation.at("/requestBody/content/application~1json/schema");
                        var example = resolved(document, schema).path("example");
                        operations.add(new Operation(
                                method.toUpperCase(Locale.ROOT), path, parameters(document, operation), example));
                    }));
        }
        operations.forEach(operation -> injections.addAll(Injections.of(operation, MARK)));
    }

    /** Drops all injections but each {@code of}-th, so that several callers share them. */
    HostileRequests share(int index, int of) {
        int count = 0;
        for (var all = injections.iterator(); all.hasNext(); count++) {
            var _ = all.next();
            if (count % of != index) {
                all.remove();
            }
        }
        return this;
    }

    int injections() {
        return injections.size();
    }

    private static List<String> parameters(JsonNode document, JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> resolved(document, parameter))
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .map(parameter -> parameter.path("name").asString(""))
                .toList();
    }

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    @Nullable
    Injection nextInjection() {
        return injections.poll();
    }

    Request random() {
        var operation = any(operations);
        var method = random.nextInt(12) == 0 ? any(Evil.METHODS) : operation.method();
        var head = new StringBuilder(method)
                .append(' ')
                .append(target(operation))
                .append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers(head);
        var body = operation.body().isObject() ? body(operation.body()) : new byte[0];
        return new Request(head.toString(), new String(body, StandardCharsets.ISO_8859_1));
    }

    private String target(Operation operation) {
        var path = operation.path().replace("{id}", random.nextInt(4) == 0 ? MARK : any(Evil.IDS));
        var query = new StringBuilder();
        for (var name : operation.parameters()) {
            int times = random.nextInt(3) > 0 ? 0 : random.nextInt(10) == 0 ? 2 : 1;
            for (int i = 0; i < times; i++) {
                query.append('&').append(name).append('=').append(any(Evil.VALUES));
            }
        }
        if (random.nextInt(15) == 0) {
            query.append("&").append(any(Evil.VALUES)).append("=1&a.b=$c");
        }
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    private void headers(StringBuilder head) {
        head.append("X-Party: ")
                .append(random.nextInt(3) == 0 ? any(List.of("", "$gt", "a b", MARK, "\u00ff")) : "dakang");
        head.append("\r\n");
        if (random.nextInt(4) == 0) {
            head.append("Idempotency-Key: ")
                    .append(any(List.of("7", "", MARK, "{}", "x".repeat(3_000))))
                    .append("\r\n");
        }
        if (random.nextInt(4) == 0) {
            head.append("Accept-Language: ")
                    .append(any(
                            List.of("*", "xx-YY;q=9", ",,,;;;", "zh".repeat(999), "en;q=NaN", "-", "a-".repeat(50))))
                    .append("\r\n");
        }
        if (random.nextInt(8) == 0) {
            head.append("Accept: ")
                    .append(any(List.of("text/html", "*/*", "a/b;;", "application/xml")))
                    .append("\r\n");
        }
        if (random.nextInt(8) == 0) {
            head.append("X-Correlation-Id: ")
                    .append(any(List.of("a b", "${x}", "y".repeat(999))))
                    .append("\r\n");
        }
        boolean right = random.nextInt(5) > 0;
        head.append("Content-Type: ")
                .append(
                        right
                                ? "application/json"
                                : any(List.of(
                                        "text/plain",
                                        "application/xml",
                                        "a",
                                        ";",
                                        "multipart/form-data",
                                        "application/x-www-form-urlencoded",
                                        "application/json;charset=utf-16")))
                .append("\r\n");
        if (random.nextInt(20) == 0) {
            head.append("Content-Encoding: gzip\r\n");
        }
    }

    private byte[] body(JsonNode example) {
        return switch (random.nextInt(10)) {
            case 0 -> any(Evil.WHOLE).getBytes(StandardCharsets.UTF_8);
            case 1 -> bytes();
            case 2 -> deep();
            case 3 -> broken(example);
            default -> changed(example).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] deep() {
        int levels = random.nextInt(20) == 0 ? 10_000 : 30;
        var open = random.nextBoolean() ? "[" : "{\"a\":";
        return ("{\"id\":" + open.repeat(levels)).getBytes(StandardCharsets.UTF_8);
    }

    /** Bad UTF-8 inside a text. */
    private byte[] broken(JsonNode example) {
        var bytes = example.toString().getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
        return bytes;
    }

    private String changed(JsonNode example) {
        var body = (ObjectNode) example.deepCopy();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(body, 0);
        }
        return body.toString();
    }

    private void change(ObjectNode object, int depth) {
        var names = List.copyOf(object.propertyNames());
        if (names.isEmpty()) {
            return;
        }
        var name = any(names);
        var value = object.get(name);
        if (depth < 4 && random.nextInt(3) > 0) {
            if (value instanceof ObjectNode inner) {
                change(inner, depth + 1);
                return;
            }
            if (value.isArray() && value.path(0) instanceof ObjectNode inner) {
                change(inner, depth + 1);
                return;
            }
        }
        switch (random.nextInt(7)) {
            case 0 -> object.remove(name);
            case 1 -> object.put(any(Evil.TEXTS) + MARK, 1);
            case 2 -> object.set(name, JSON.readTree("{\"$ne\":null,\"a.b\":{\"$gt\":\"" + MARK + "\"}}"));
            case 3 -> object.put(name, (random.nextInt(9) == 0 ? "x".repeat(200_000) : "") + MARK + any(Evil.TEXTS));
            case 4 ->
                object.set(name, JsonNodeFactory.instance.arrayNode().add(value).add(value));
            case 5 -> object.putNull(name);
            default -> object.put(name, -random.nextLong(Long.MAX_VALUE));
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var name = node.path("$ref").asString("");
        return name.isEmpty() ? node : document.at(name.substring(1));
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
