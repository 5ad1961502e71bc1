package linxi.command.attribution;

import java.util.List;
import linxi.command.agreement.AgreementVersion;
import linxi.events.Money;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.CoveredGroup;

/** Lines of one product that one agreement version covers; groups go in ASCII order of agreement/version/product. */
public record Covered(AgreementVersion terms, ProductId product, List<GrossLine> lines) implements Comparable<Covered> {
    public Covered {
        lines = List.copyOf(lines);
    }

    long gross() {
        return lines.stream().mapToLong(line -> line.gross().fen()).reduce(0, Math::addExact);
    }

    CoveredGroup with(long net) {
        return new CoveredGroup(
                terms.agreement(),
                terms.version(),
                product,
                Money.ofFen(gross()),
                Money.ofFen(net),
                lines.stream().map(GrossLine::line).toList());
    }

    private String key() {
        return terms.agreement() + "/" + terms.version() + "/" + product;
    }

    @Override
    public int compareTo(Covered other) {
        return key().compareTo(other.key());
    }
}
