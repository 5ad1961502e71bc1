package linxi.query.importing.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import linxi.query.importing.Draft;
import linxi.query.importing.Flaw;
import linxi.query.importing.ImportKind;
import linxi.query.importing.Reading;
import org.jspecify.annotations.Nullable;

/** One file on its way. Whoever looks at it and whoever works on it share it, under its own lock. */
public final class Run {
    private final String id;
    private final Caller caller;
    private final ImportKind kind;
    private final String fileName;
    private final Instant since;

    private final Map<Integer, List<Flaw>> flaws = new TreeMap<>();
    private List<Draft> left = List.of();
    private Stage stage = Stage.READING;
    private @Nullable Reading reading;
    private @Nullable String problem;
    private @Nullable Integer problemRow;
    private boolean stopping;
    private int done;
    private int fresh;
    private int recorded;
    private int sent;
    private int flawed;

    /**
     * Whose import it is.
     *
     * @param owner who may see it
     * @param party for whom it acts
     */
    public record Caller(String owner, String party, Locale language) {}

    Run(String id, Caller caller, ImportKind kind, String fileName, Instant since) {
        this.id = id;
        this.caller = caller;
        this.kind = kind;
        this.fileName = fileName;
        this.since = since;
    }

    public String id() {
        return id;
    }

    public Caller caller() {
        return caller;
    }

    public ImportKind kind() {
        return kind;
    }

    public String fileName() {
        return fileName;
    }

    Instant since() {
        return since;
    }

    public synchronized Progress progress() {
        int total = reading == null ? 0 : reading.drafts().size();
        return new Progress(stage, total, done, fresh, recorded, flawed, sent, problem);
    }

    /** Null while it is not read, or could not be. */
    public synchronized @Nullable Reading reading() {
        return reading;
    }

    /** The row at which the file could not be read any further; null where it is the whole. */
    public synchronized @Nullable Integer problemRow() {
        return problemRow;
    }

    /** By row, the first {@code most} of them. */
    public synchronized List<Flaw> flaws(int most) {
        return flaws.values().stream().flatMap(List::stream).limit(most).toList();
    }

    public synchronized int countOfFlaws() {
        return flaws.values().stream().mapToInt(List::size).sum();
    }

    /** What is wrong with each row that has something wrong of its own. */
    public synchronized Map<Integer, List<Flaw>> flawsByRow() {
        var copy = new TreeMap<Integer, List<Flaw>>();
        flaws.forEach((row, of) -> copy.put(row, List.copyOf(of)));
        return copy;
    }

    /** Rows that are not recorded as they should be: flawed ones, those that belong to them, and what was not sent. */
    public synchronized Set<Integer> failedRows() {
        var rows = new TreeSet<>(flaws.keySet());
        if (reading != null) {
            reading.drafts().stream()
                    .map(Draft::rows)
                    .filter(of -> of.stream().anyMatch(flaws::containsKey))
                    .forEach(rows::addAll);
        }
        if (stage == Stage.STOPPED || stage == Stage.BROKEN_OFF) {
            left.forEach(draft -> rows.addAll(draft.rows()));
        }
        return rows;
    }

    /** What is to be kept of it; null while it is under way, and where nothing is wrong with it. */
    synchronized @Nullable RefusedImport refused(Instant at) {
        if (stage.isUnderWay() || (flaws.isEmpty() && problem == null)) {
            return null;
        }
        int rows = reading == null ? 0 : reading.rows().size();
        return new RefusedImport(at, kind, caller.party(), stage, problem, rows, refusedRows(), rules());
    }

    /** All of them where nothing could be made of the file, as without a column that has to be there. */
    private int refusedRows() {
        if (reading == null) {
            return 0;
        }
        if (stage == Stage.FAILED || reading.drafts().isEmpty()) {
            return reading.rows().size();
        }
        var failed = failedRows();
        return Math.toIntExact(reading.rows().stream()
                .filter(row -> failed.contains(row.number()))
                .count());
    }

    private List<RefusedImport.Broken> rules() {
        var counts = new TreeMap<String, Integer>();
        flaws.values().forEach(of -> of.forEach(flaw -> counts.merge(flaw.rule(), 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(RefusedImport.MOST_RULES)
                .map(it -> new RefusedImport.Broken(it.getKey(), it.getValue()))
                .toList();
    }

    synchronized void read(Reading read) {
        reading = read;
        read.flaws().forEach(this::add);
        flawed = read.drafts().size() - read.sound().size();
        done = flawed;
        stage = Stage.JUDGING;
    }

    private void add(Flaw flaw) {
        flaws.computeIfAbsent(flaw.row(), _ -> new ArrayList<>()).add(flaw);
    }

    /** @param found wrong with it; nothing where it can be sent, or was */
    synchronized void judged(Collection<Flaw> found, boolean isRecorded) {
        found.forEach(this::add);
        flawed += found.isEmpty() ? 0 : 1;
        recorded += found.isEmpty() && isRecorded ? 1 : 0;
        fresh += found.isEmpty() && !isRecorded ? 1 : 0;
        done++;
    }

    synchronized void ready(List<Draft> drafts) {
        left = List.copyOf(drafts);
        stage = Stage.JUDGED;
    }

    /** @return whether it was ready to be sent */
    synchronized boolean begin() {
        if (stage != Stage.JUDGED || left.isEmpty()) {
            return false;
        }
        stage = Stage.SENDING;
        done = (reading == null ? 0 : reading.drafts().size()) - left.size();
        return true;
    }

    synchronized List<Draft> left() {
        return left;
    }

    synchronized void sent(Collection<Flaw> found) {
        found.forEach(this::add);
        flawed += found.isEmpty() ? 0 : 1;
        sent += found.isEmpty() ? 1 : 0;
        done++;
    }

    /** @param unsent those that nobody can say anything of, or that were not begun */
    synchronized void end(List<Draft> unsent) {
        left = List.copyOf(unsent);
        stage = problem != null ? Stage.BROKEN_OFF : unsent.isEmpty() ? Stage.SENT : Stage.STOPPED;
    }

    /** Once is enough: what is in hand comes to its end, and nothing more is begun. */
    public synchronized void stop() {
        stopping = true;
    }

    synchronized void breakOff(String rule) {
        problem = rule;
        stopping = true;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Unless it was to stop: then that is why. */
    synchronized void fail(String rule, @Nullable Integer row) {
        if (stopping) {
            left = reading == null ? List.of() : reading.drafts();
            stage = Stage.STOPPED;
            return;
        }
        problem = rule;
        problemRow = row;
        stage = Stage.FAILED;
    }
}
