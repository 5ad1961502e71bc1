package linxi.command.agreement;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import linxi.events.AgreementId;
import linxi.events.ProductId;

/** The agreements of one origin, as far as they were looked up: which version is in force for a product on a day. */
public record Coverage(Map<ProductId, Cover> covers, Map<AgreementId, Agreement> agreements) {
    public Coverage {
        covers = Map.copyOf(covers);
        agreements = Map.copyOf(agreements);
    }

    public static Coverage none() {
        return new Coverage(Map.of(), Map.of());
    }

    /** Empty where no agreement covers the product on that day. */
    public Optional<AgreementVersion> on(ProductId product, LocalDate day) {
        return covers.getOrDefault(product, Cover.none())
                .on(day)
                .flatMap(agreement -> Optional.ofNullable(agreements.get(agreement)))
                .flatMap(agreement -> agreement.on(day));
    }

    /** @throws IllegalStateException where it was not looked up: a version that was ever attributed by exists for ever */
    public AgreementVersion version(AgreementId agreement, int version) {
        return Optional.ofNullable(agreements.get(agreement))
                .flatMap(one -> one.version(version))
                .orElseThrow(() -> new IllegalStateException("no version " + version + " of " + agreement));
    }
}
