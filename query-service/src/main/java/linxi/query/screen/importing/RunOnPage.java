package linxi.query.screen.importing;

import java.util.List;
import linxi.query.importing.Flaw;
import linxi.query.importing.Reading;
import linxi.query.importing.run.Progress;
import linxi.query.importing.run.Run;
import linxi.query.importing.run.Stage;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page shows it.
 *
 * @param problem why it failed or broke off; null where it did neither
 * @param flaws the first of them
 * @param moreFlaws how many more there are
 * @param failedRows how many rows the file of failed ones would have
 */
record RunOnPage(
        String id,
        String kind,
        String fileName,
        Progress progress,
        boolean underWay,
        @Nullable String problem,
        List<FlawOnPage> flaws,
        int moreFlaws,
        int failedRows,
        int examples) {

    /** One cell, what stands there, what is wrong with it, and what to do. */
    record FlawOnPage(int row, String column, String value, String wrong, String fix) {}

    static RunOnPage of(Run run, int most, ImportTexts texts) {
        var progress = run.progress();
        var reading = run.reading();
        var flaws = run.flaws(most).stream()
                .map(flaw -> new FlawOnPage(
                        flaw.row(),
                        texts.column(run.kind(), reading, flaw.column()),
                        value(flaw, written(flaw, reading), texts),
                        texts.wrong(flaw),
                        texts.fix(flaw)))
                .toList();
        var problem = progress.problem();
        return new RunOnPage(
                run.id(),
                run.kind().path(),
                run.fileName(),
                progress,
                progress.stage().isUnderWay(),
                problem == null ? null : texts.problem(problem, run.problemRow()),
                flaws,
                run.countOfFlaws() - flaws.size(),
                failedRows(run, reading),
                reading == null ? 0 : reading.examples());
    }

    private static int failedRows(Run run, @Nullable Reading reading) {
        if (reading == null || run.progress().stage().isUnderWay()) {
            return 0;
        }
        var failed = run.failedRows();
        return Math.toIntExact(reading.rows().stream()
                .filter(row -> failed.contains(row.number()))
                .count());
    }

    /** What stands in the cell, rather than what became of it in a command; null where that is not known. */
    private static @Nullable String written(Flaw flaw, @Nullable Reading reading) {
        var column = reading == null || flaw.column() == null
                ? null
                : reading.columns().get(flaw.column());
        if (reading == null || column == null) {
            return flaw.value();
        }
        return reading.rows().stream()
                .filter(row -> row.number() == flaw.row())
                .findFirst()
                .map(row -> row.cell(column))
                .orElse(flaw.value());
    }

    private static String value(Flaw flaw, @Nullable String value, ImportTexts texts) {
        if (flaw.rule().equals("PERSONAL_DATA")) {
            return texts.of("hidden");
        }
        return value == null ? "" : value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    public boolean isReady() {
        return progress.stage() == Stage.JUDGED && progress.fresh() > 0;
    }
}
