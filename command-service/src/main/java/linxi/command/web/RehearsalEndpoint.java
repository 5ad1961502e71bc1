package linxi.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import linxi.access.gate.Access;
import linxi.access.gate.Permits;
import linxi.access.gate.Reach;
import linxi.command.Refused;
import linxi.command.axon.Answer;
import linxi.command.axon.Commands;
import linxi.command.axon.Rehearsal;
import linxi.edge.http.Admission;
import linxi.edge.http.BodyRoom;
import linxi.edge.http.Crowded;
import linxi.events.wire.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says of many commands what would become of them one after another, and records none: the dry run of an import. For the
 * query service, which does not pass it on.
 */
@Hidden
@RestController
class RehearsalEndpoint {
    /** Ten thousand ordinary commands are some three of them; the room is for all bodies of the service together. */
    private static final int MOST_BYTES = 8 << 20;
    /** Each holds what its commands would have changed. */
    private static final int AT_ONCE = 2;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Requests requests;
    private final Commands commands;
    private final Permits permits;
    private final Admission admission;
    private final BodyRoom room;
    private final Semaphore free = new Semaphore(AT_ONCE);

    RehearsalEndpoint(Requests requests, Commands commands, Permits permits, Admission admission, BodyRoom room) {
        this.requests = requests;
        this.commands = commands;
        this.permits = permits;
        this.admission = admission;
        this.room = room;
    }

    /** @param problem null where the command would be recorded, or is */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verdict(boolean recorded, @Nullable Problem problem) {}

    /** A line for each line, each a path, an idempotency key and a body, with a space between. */
    @PostMapping("/rehearsal")
    void rehearse(HttpServletRequest http, HttpServletResponse answer) throws IOException {
        if (!free.tryAcquire()) {
            throw new Crowded(AT_ONCE + " rehearse");
        }
        try {
            judge(room.read(http, MOST_BYTES), http, answer);
        } finally {
            free.release();
        }
    }

    private void judge(byte[] body, HttpServletRequest http, HttpServletResponse answer) throws IOException {
        long until = System.nanoTime() + LONGEST.toNanos();
        answer.setContentType("application/x-ndjson");
        answer.flushBuffer(); // whoever waits for the first verdicts need not give up
        var out = answer.getOutputStream();
        var rehearsal = new Rehearsal();
        var lines = new ByteArrayInputStream(body);
        for (var line = line(lines); line.length > 0; line = line(lines)) {
            if (System.nanoTime() > until) {
                throw new Crowded("a rehearsal took too long");
            }
            out.write(EventJson.mapper().writeValueAsBytes(verdict(line, rehearsal, http)));
            out.write('\n');
        }
        out.flush();
    }

    private static byte[] line(ByteArrayInputStream lines) {
        lines.mark(0);
        int length = 0;
        for (int next = lines.read(); next >= 0 && next != '\n'; next = lines.read()) {
            length++;
        }
        lines.reset();
        var line = new byte[length];
        int _ = lines.read(line, 0, length);
        int _ = lines.read();
        return line;
    }

    private Verdict verdict(byte[] line, Rehearsal rehearsal, HttpServletRequest http) {
        try {
            var rehearsed = Rehearsed.of(line);
            if (!mayGive(rehearsed.path(), http)) {
                return refused(List.of(FormError.of(HttpRule.ROLE_NOT_ALLOWED, null, null)), http);
            }
            var order = requests.order(rehearsed, http);
            Optional<Answer> first = admission.run(() -> commands.rehearse(order, rehearsal));
            return new Verdict(first.isPresent(), null);
        } catch (BadRequest bad) {
            return refused(bad.errors(), http);
        } catch (Refused refused) {
            return refused(List.of(FormError.of(refused)), http);
        }
    }

    private static Verdict refused(List<FormError> errors, HttpServletRequest http) {
        return new Verdict(false, Problems.written(Problems.worst(errors), errors, http));
    }

    /** What the table says of the command itself: it is not this endpoint that gives it. */
    private boolean mayGive(String path, HttpServletRequest http) {
        var caller = Access.of(http).caller();
        return caller == null || permits.reach("POST", path, caller.role()) != Reach.NONE;
    }
}
