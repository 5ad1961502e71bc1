package linxi.allinone.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** What the clerks sent and were answered, noted on disk before they go on. */
final class Ledger implements AutoCloseable {
    private final Map<UUID, Command> commands = new ConcurrentHashMap<>();
    private final Map<UUID, Answer> acknowledged = new ConcurrentHashMap<>();
    private final List<UUID> order = Collections.synchronizedList(new ArrayList<>());
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
    private final Set<UUID> unanswered = ConcurrentHashMap.newKeySet();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicLong highest = new AtomicLong();
    private final AtomicLong cuts = new AtomicLong();
    private final AtomicLong losses = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final Writer file;

    Ledger(Path path) {
        try {
            file = Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void acknowledged(Command command, Answer answer) {
        note("acknowledged", command, answer.toString());
        var first = acknowledged.putIfAbsent(command.key(), answer);
        if (first == null) {
            commands.put(command.key(), command);
            order.add(command.key());
            refused.remove(command.key());
        } else if (first.equals(answer)) {
            repeats.incrementAndGet();
        } else {
            violation(command, "first " + first + ", then " + answer);
        }
        unanswered.remove(command.key());
        highest.accumulateAndGet(answer.position(), Math::max);
    }

    void refused(Command command, Reply.Refused answer) {
        note("refused", command, answer.toString());
        refusals.incrementAndGet();
        if (acknowledged.containsKey(command.key())) {
            violation(command, "acknowledged, then " + answer);
        }
        refused.add(command.key());
        unanswered.remove(command.key());
    }

    void unanswered(Command command, String why) {
        note("unanswered", command, why);
        losses.incrementAndGet();
        // Its key may have been refused with another request.
        refused.remove(command.key());
        if (!acknowledged.containsKey(command.key())) {
            commands.put(command.key(), command);
            unanswered.add(command.key());
        }
    }

    /** As {@link #unanswered}, by a broken connection. */
    void cut(Command command, String why) {
        cuts.incrementAndGet();
        unanswered(command, why);
    }

    /** How many commands were under way when their connection broke. */
    long cuts() {
        return cuts.get();
    }

    void violation(Command command, String what) {
        note("VIOLATION", command, what);
        violations.add(command + ": " + what);
    }

    private synchronized void note(String what, Command command, String answer) {
        try {
            file.write("%s %s %s %s%n".formatted(what, command, answer, java.time.Instant.now()));
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the commands that were acknowledged, most often a recent one. */
    List<Command> any(RandomGenerator random) {
        int size = order.size();
        if (size == 0) {
            return List.of();
        }
        int from = random.nextInt(3) == 0 ? 0 : Math.max(0, size - 100);
        var key = order.get(random.nextInt(from, size));
        var command = commands.get(key);
        return command == null ? List.of() : List.of(command);
    }

    Map<UUID, Answer> acknowledged() {
        return acknowledged;
    }

    Set<UUID> refused() {
        return refused;
    }

    /** Sent, and to this moment nobody knows what came of them. */
    List<Command> unanswered() {
        return commands.values().stream()
                .filter(command -> unanswered.contains(command.key()))
                .toList();
    }

    Map<UUID, Command> commands() {
        return commands;
    }

    Queue<String> violations() {
        return violations;
    }

    long highest() {
        return highest.get();
    }

    String figures() {
        return "acknowledged %d, without an answer %d (cut off %d, never answered %d), refused %d, answered again %d"
                .formatted(
                        acknowledged.size(),
                        losses.get(),
                        cuts.get(),
                        unanswered.size(),
                        refusals.get(),
                        repeats.get());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
