package linxi.allinone.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;

/** The log, commit by commit, against what the clerks were answered. */
final class LogExam {
    private final Ledger ledger;
    private final List<String> faults = new ArrayList<>();
    private final Map<UUID, Answer> recorded = new HashMap<>();
    private long next = 1;
    private long commits;

    private LogExam(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param unasked commands in the log whose clerk was never told */
    record Result(long commits, long events, long unasked, List<String> faults) {}

    static Result of(Iterable<Document> commits, Ledger ledger) {
        var exam = new LogExam(ledger);
        commits.forEach(exam::commit);
        exam.acknowledged();
        exam.refused();
        var unasked = ledger.unanswered().stream()
                .filter(command -> exam.recorded.containsKey(command.key()))
                .count();
        return new Result(exam.commits, exam.next - 1, unasked, List.copyOf(exam.faults));
    }

    private void commit(Document commit) {
        commits++;
        long first = commit.getLong("_id");
        var events = commit.getList("events", Document.class);
        if (first != next) {
            faults.add("a commit at " + first + " where " + next + " is next");
        }
        next = first + events.size();
        var command = commit.get("command", Document.class);
        if (command == null) {
            faults.add("nobody's commit at " + first);
            return;
        }
        var key = UUID.fromString(command.getString("key"));
        var answer = new Answer(
                command.getInteger("status"), command.getString("location"), command.getString("id"), next - 1);
        if (recorded.put(key, answer) != null) {
            faults.add("recorded twice: " + key);
        }
        var sent = ledger.commands().get(key);
        if (sent == null) {
            faults.add("nobody sent " + key + " at " + first);
        } else {
            whole(sent, events);
        }
    }

    private void acknowledged() {
        ledger.acknowledged().forEach((key, answer) -> {
            var stored = recorded.get(key);
            if (!answer.equals(stored)) {
                faults.add("acknowledged " + answer + ", in the log " + stored + ": "
                        + ledger.commands().get(key));
            }
        });
    }

    private void refused() {
        for (var key : ledger.refused()) {
            if (recorded.containsKey(key)) {
                faults.add("refused, and in the log: " + ledger.commands().get(key));
            }
        }
    }

    /** All that such a command records, or it would not be there. */
    private void whole(Command command, List<Document> events) {
        var names = events.stream().map(event -> event.getString("name")).toList();
        switch (command.path()) {
            case "/api/shipments" ->
                expect(
                        command,
                        names,
                        "lot-reserved",
                        1 + Wire.json(command.body()).get("lines").size());
            case "/api/settlements" ->
                expect(
                        command,
                        names,
                        "shipment-settled",
                        1 + Wire.json(command.body()).get("shipments").size());
            default -> parts(command, events);
        }
    }

    private void expect(Command command, List<String> names, String beside, int size) {
        if (names.size() != size || names.stream().filter(beside::equals).count() != size - 1) {
            faults.add("half of " + command + ": " + names);
        }
    }

    private void parts(Command command, List<Document> events) {
        var told = new TreeSet<Integer>();
        int of = 0;
        for (var event : events) {
            if (event.getString("name").startsWith("income-")) {
                var data = Wire.json(event.getString("data"));
                of = data.get("of").intValue();
                told.add(data.get("part").intValue());
            }
        }
        if (told.size() != of || (of > 0 && (told.first() != 1 || told.last() != of))) {
            faults.add("parts " + told + " of " + of + ": " + command);
        }
    }
}
