package linxi.query.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import linxi.events.IncomePath;
import linxi.query.Named;
import linxi.query.agreement.Agreements;

/**
 * What one path gets by one version of an agreement.
 *
 * @param basisPoints of the net
 */
record ShareRow(Agreements.Answer agreement, Agreements.VersionAnswer version, IncomePath path, int basisPoints) {
    static List<ShareRow> of(Agreements.Answer agreement) {
        return agreement.versions().stream()
                .flatMap(version -> version.paths().entrySet().stream()
                        .map(share -> new ShareRow(agreement, version, share.getKey(), share.getValue())))
                .toList();
    }

    static Table<ShareRow> table(Words words, String title) {
        return new Table<ShareRow>(words, title)
                .with("agreement", it -> Cell.text(it.agreement().id().value()))
                .with("origin.id", it -> Cell.text(it.agreement().origin().id()))
                .with("origin", it -> words.name(it.agreement().origin()))
                .with("products", it -> Cell.text(it.products()))
                .with("version", it -> Cell.count(it.version().version()))
                .with("valid.from", it -> Cell.day(it.version().validFrom()))
                .with("valid.to", it -> Cell.day(it.agreement().validTo()))
                .with("path", it -> words.constant("path", it.path()))
                .with("share", it -> new Cell.Figure(BigDecimal.valueOf(it.basisPoints(), 2)));
    }

    private String products() {
        return agreement.products().stream().map(Named::id).collect(Collectors.joining(", "));
    }
}
