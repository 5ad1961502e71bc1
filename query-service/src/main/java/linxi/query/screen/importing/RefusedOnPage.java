package linxi.query.screen.importing;

import java.util.List;
import java.util.Locale;
import linxi.query.importing.run.RefusedImport;
import linxi.query.screen.Figures;
import linxi.query.screen.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A refused import, as the page of operations shows it.
 *
 * @param kind as it stands in keys of texts
 * @param problem why it failed or broke off as a whole; null where only rows are wrong
 * @param refused how many rows of how many
 */
public record RefusedOnPage(
        String at,
        String kind,
        String party,
        String stage,
        @Nullable String problem,
        String rows,
        String refused,
        List<Broken> rules) {

    /** @param fix what to do about it */
    public record Broken(String rule, String count, String fix) {}

    public static RefusedOnPage of(RefusedImport it, MessageSource bundle, Locale language) {
        var texts = new ImportTexts(bundle, language);
        var figures = new Figures(language);
        var problem = it.problem();
        return new RefusedOnPage(
                Reader.time(it.at()),
                it.kind().path(),
                it.party(),
                it.stage().name(),
                problem == null ? null : texts.problem(problem, null),
                figures.count(it.rows()),
                figures.count(it.refused()),
                it.rules().stream()
                        .map(broken ->
                                new Broken(broken.rule(), figures.count(broken.count()), texts.fixOf(broken.rule())))
                        .toList());
    }
}
