package linxi.command.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** A command to be judged only: one of those that lists are made of. */
final class Rehearsed {
    private final Known known;
    private final String id;
    private final String path;
    private final String key;
    private final byte[] body;

    private Rehearsed(Known known, String id, String path, String key, byte[] body) {
        this.known = known;
        this.id = id;
        this.path = path;
        this.key = key;
        this.body = body;
    }

    /** @param path with the id in it, where the command is about something that exists */
    private record Known(Pattern path, JsonBody reader, BiFunction<Call, String, Object> build) {
        static Known of(String path, JsonBody reader, BiFunction<Call, String, Object> build) {
            return new Known(Pattern.compile(path.replace("{id}", "([^/ ]+)")), reader, build);
        }
    }

    private static final List<Known> ALL = List.of(
            Known.of("/api/households", JsonBody.USUAL, (call, _) -> HouseholdEndpoints.registering(call)),
            Known.of("/api/lots", JsonBody.LARGE, (call, _) -> LotEndpoints.commission(call)),
            Known.of("/api/agreements", JsonBody.LARGE, (call, _) -> AgreementEndpoints.publishing(call)),
            Known.of("/api/shipments", JsonBody.USUAL, (call, _) -> ShipmentForms.logging(call)),
            Known.of("/api/shipments/{id}/dispatch", JsonBody.USUAL, ShipmentForms::dispatch),
            Known.of("/api/shipments/{id}/receipts", JsonBody.USUAL, ShipmentForms::receipt));

    /**
     * @param line a path, an idempotency key and a body, with a space between
     * @throws BadRequest where it is none, or no such command can be rehearsed
     */
    static Rehearsed of(byte[] line) {
        int afterPath = space(line, 0);
        int afterKey = space(line, afterPath + 1);
        var path = text(line, 0, afterPath);
        for (var known : ALL) {
            var matcher = known.path().matcher(path);
            if (matcher.matches()) {
                var id = matcher.groupCount() == 0 ? "" : matcher.group(1);
                var body = Arrays.copyOfRange(line, Math.min(line.length, afterKey + 1), line.length);
                return new Rehearsed(known, id, path, text(line, afterPath + 1, afterKey), body);
            }
        }
        throw new BadRequest(HttpRule.NO_SUCH_PATH, null, path);
    }

    private static int space(byte[] line, int from) {
        for (int i = from; i < line.length; i++) {
            if (line[i] == ' ') {
                return i;
            }
        }
        throw new BadRequest(HttpRule.BAD_REQUEST, null, null);
    }

    private static String text(byte[] line, int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    String path() {
        return path;
    }

    String key() {
        return key;
    }

    byte[] body() {
        return body;
    }

    JsonBody reader() {
        return known.reader();
    }

    Object build(Call call) {
        return known.build().apply(call, id);
    }
}
