package linxi.command.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import linxi.access.web.Acting;
import linxi.command.axon.Commands;
import linxi.command.axon.Order;
import linxi.command.store.CommandRecord;
import linxi.edge.http.Admission;
import linxi.edge.http.BodyRoom;
import linxi.edge.http.CorrelationFilter;
import linxi.events.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Takes commands in: body, key, acting party; sends them; answers with id and position. */
@Component
class Requests {
    /** Where the form of a request lies, so that a test can see what was read. */
    static final String FORM = "linxi.form";

    private static final Pattern KEY =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Commands commands;
    private final Admission admission;
    private final Clock clock;
    private final BodyRoom room;
    private final Acting acting;

    Requests(Commands commands, Admission admission, Clock clock, BodyRoom room, Acting acting) {
        this.commands = commands;
        this.admission = admission;
        this.clock = clock;
        this.room = room;
        this.acting = acting;
    }

    /** What a command is answered. */
    record Done(String id, long position) {}

    /** Reads the command that a request with a body of at most 1 MiB carries. */
    <C> Built<C> read(HttpServletRequest http, Function<Call, C> build) {
        return read(http, JsonBody.USUAL, build);
    }

    <C> Built<C> read(HttpServletRequest http, JsonBody reader, Function<Call, C> build) {
        var body = RequestBody.read(http, room, reader.most());
        var key = key(http.getHeader("Idempotency-Key"));
        var call = call(http, reader.read(body));
        http.setAttribute(FORM, call.form());
        var command = build.apply(call);
        call.form().check();
        return new Built<>(
                command,
                call,
                CorrelationFilter.of(http),
                key == null ? newId() : key,
                key != null,
                digest(http.getMethod(), http.getRequestURI(), call, body));
    }

    private Call call(HttpServletRequest http, ObjectNode body) {
        var now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
        return new Call(Form.of(body, now), acting.party(http), now);
    }

    /**
     * The order that a request of its own would have come to.
     *
     * @throws BadRequest where the command's form is wrong
     */
    Order order(Rehearsed rehearsed, HttpServletRequest http) {
        if (rehearsed.body().length > rehearsed.reader().most()) {
            throw new BadRequest(HttpRule.BODY_TOO_LARGE, null, null);
        }
        var key = key(rehearsed.key());
        var call = call(http, rehearsed.reader().read(rehearsed.body()));
        var command = rehearsed.build(call);
        call.form().check();
        var digest = digest("POST", rehearsed.path(), call, rehearsed.body());
        var record = new CommandRecord(key == null ? newId() : key, digest, 0, "", "");
        return new Order(command, call.party(), CorrelationFilter.of(http), key != null, record, call.refused());
    }

    /** The id in the body, or a new one. */
    static <T extends Id> T idOrNew(Form form, Function<String, T> of) {
        return form.has("id") ? form.id("id", of) : of.apply(newId());
    }

    private static String newId() {
        return IDS.generate().toString();
    }

    /** 201, with where to look for it. */
    ResponseEntity<Done> created(Built<?> built, String id, String path) {
        return send(built, 201, path + "/" + id, id);
    }

    ResponseEntity<Done> done(Built<?> built, String id) {
        return send(built, 200, "", id);
    }

    private ResponseEntity<Done> send(Built<?> built, int status, String location, String id) {
        var record = new CommandRecord(built.key(), built.digest(), status, location, id);
        var call = built.call();
        var order =
                new Order(built.command(), call.party(), built.correlation(), built.keyed(), record, call.refused());
        var answer = admission.run(() -> commands.send(order));
        // Said here, since what is recorded must not be refused for its answer's type afterwards.
        var response = ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Position", Long.toString(answer.position()))
                .header("Idempotency-Key", built.key());
        if (!answer.location().isEmpty()) {
            response.location(URI.create(answer.location()));
        }
        return response.body(new Done(answer.id(), answer.position()));
    }

    /** A command read from a request whose form is right. */
    record Built<C>(C command, Call call, String correlation, String key, boolean keyed, String digest) {}

    private static @Nullable String key(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new BadRequest(HttpRule.BAD_IDEMPOTENCY_KEY, "Idempotency-Key", key);
        }
        return key == null ? null : UUID.fromString(key).toString();
    }

    /** Two requests are the same when method, path, acting party and body bytes are. */
    private static String digest(String method, String path, Call call, byte[] body) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var head = method + "\n" + path + "\n" + call.party() + "\n";
            sha.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
