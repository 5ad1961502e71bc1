package linxi.allinone;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Objects;
import linxi.allinone.terminal.Terminal;
import linxi.command.store.EventLog;
import linxi.command.store.Verification;
import linxi.command.store.WholeLog;
import linxi.query.check.CheckReport;
import linxi.query.check.Difference;
import linxi.query.check.LastVerification;
import linxi.query.check.ViewCheck;
import linxi.query.web.QueryService;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One check of a whole database, and what is said about it. */
final class VerifyRun {
    private static final int PAGE = 1_000;
    private static final int PER_MILLE = 1_000;

    private final MongoDatabase database;
    private final @Nullable KeptHead kept;
    private final Terminal terminal;

    VerifyRun(MongoDatabase database, @Nullable KeptHead kept, Terminal terminal) {
        this.database = database;
        this.kept = kept;
        this.terminal = terminal;
    }

    /** @return whether all is as it must be */
    boolean run() {
        long commits = database.getCollection("commits").estimatedDocumentCount();
        try (var log = new EventLog(database);
                var check = new ViewCheck(database, QueryService.projections(), commits)) {
            var proven = read(check, commits);
            CheckReport report;
            try (var bar = bar("verify.comparing", PER_MILLE)) {
                report = check.finish(after -> log.tail(after, PAGE), bar::stepTo);
            }
            boolean logSound = say(proven, report);
            boolean headSound = kept == null || holds(log, kept);
            boolean viewsSound = say(report);
            boolean sound = logSound && headSound && viewsSound;
            var checked = report.pending() == 0 ? "verify.sound" : "verify.soundsofar";
            terminal.say(sound ? checked : "verify.unsound");
            note(proven, sound);
            return sound;
        }
    }

    /** For the page of operations. A reader who may not write has his answer all the same. */
    private void note(Verification proven, boolean sound) {
        try {
            new LastVerification(Instant.now(), proven.position(), String.valueOf(proven.hash()), sound)
                    .write(database);
        } catch (MongoException e) {
            terminal.say("verify.unnoted", e.toString());
        }
    }

    /** One way along the log serves both checks. */
    private Verification read(ViewCheck check, long commits) {
        try (var bar = bar("verify.reading", commits)) {
            return new WholeLog(database).verify(events -> {
                check.take(events);
                bar.step();
            });
        }
    }

    private ProgressBar bar(String title, long size) {
        return new ProgressBarBuilder()
                .setTaskName(terminal.text(title))
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(terminal.progress())
                .build();
    }

    private boolean say(Verification proven, CheckReport report) {
        terminal.say("verify.log", proven.commits(), report.events(), number(proven.position()), proven.hash());
        if (proven.isSound()) {
            terminal.say("verify.chain");
            return true;
        }
        for (var damage : proven.damages()) {
            terminal.say("verify.damaged", number(damage.position()), damage.what(), String.valueOf(damage.commit()));
        }
        terminal.say("verify.count", "DAMAGED", proven.found());
        return false;
    }

    private boolean holds(EventLog log, KeptHead head) {
        var hash = log.hashAt(head.position());
        boolean held = hash.isPresent() && hash.get().equals(head.hash());
        terminal.say(held ? "verify.kept" : "verify.cut", number(head.position()), head.hash(), hash.orElse("-"));
        return held;
    }

    private boolean say(CheckReport report) {
        terminal.say("verify.views");
        report.documents().forEach((name, count) -> terminal.say("verify.view", name, count));
        if (report.pending() > 0) {
            boolean none = report.pending() == report.events();
            terminal.say(
                    none ? "verify.nothing" : "verify.lag",
                    number(report.pending()),
                    number(report.folded()),
                    number(report.head()));
        }
        for (var parked : report.parked()) {
            terminal.say("verify.parked", parked.unit(), number(parked.position()), parked.reason());
        }
        report.differences().forEach(difference -> terminal.say(text(difference.kind()), arguments(difference)));
        for (var kind : Difference.Kind.values()) {
            if (report.counts().containsKey(kind)) {
                terminal.say("verify.count", kind.name(), report.counts().get(kind));
            }
        }
        return report.isSound();
    }

    private static String text(Difference.Kind kind) {
        return switch (kind) {
            case MISSING -> "verify.missing";
            case SUPERFLUOUS -> "verify.superfluous";
            case DIFFERENT -> "verify.different";
            case BEHIND -> "verify.behind";
            case UNFOLDABLE -> "verify.unfoldable";
            case UNACCOUNTED -> "verify.unaccounted";
        };
    }

    private static Object[] arguments(Difference difference) {
        return new Object[] {
            difference.projection(),
            difference.document(),
            Objects.requireNonNullElse(difference.field(), "-"),
            Objects.requireNonNullElse(difference.stored(), "-"),
            Objects.requireNonNullElse(difference.expected(), "-")
        };
    }

    /** Without the separators of thousands: to be copied. */
    private static String number(@Nullable Long value) {
        return String.valueOf(value);
    }
}
