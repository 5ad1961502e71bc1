package linxi.command.agreement;

import static linxi.command.agreement.AgreementRule.NO_PRODUCTS;
import static linxi.command.agreement.AgreementRule.PRODUCT_TWICE;
import static linxi.command.agreement.AgreementRule.TOO_LARGE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.events.AgreementId;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import org.jspecify.annotations.Nullable;

/** What the origin may do with an agreement. Commands are well formed: their constructors refuse the rest (422). */
public sealed interface AgreementCommand {
    int PRODUCTS = 100;

    AgreementId agreement();

    PartyId by();

    Moment at();

    /**
     * @param paths basis points by path, 10 000 in all
     * @param members weight (0 … 10⁹) by household, at most 20 000 a path; none for ORDER_PURCHASE
     */
    record PublishAgreement(
            AgreementId agreement,
            PartyId by,
            PartyId origin,
            List<ProductId> products,
            LocalDate validFrom,
            SortedMap<IncomePath, Integer> paths,
            SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members,
            Moment at)
            implements AgreementCommand {
        public PublishAgreement {
            products = List.copyOf(products);
            if (products.isEmpty()) {
                throw new Refused(NO_PRODUCTS, "products", null);
            }
            if (products.size() > PRODUCTS) {
                throw new Refused(TOO_LARGE, "products", products.size());
            }
            var seen = new HashSet<ProductId>();
            for (int i = 0; i < products.size(); i++) {
                if (!seen.add(products.get(i))) {
                    throw new Refused(PRODUCT_TWICE, "products[" + i + "]", products.get(i));
                }
            }
            Terms.checkPaths(paths);
            Terms.checkMembers(paths, members);
        }
    }

    /** @param members replace the old ones wholly; null keeps them */
    record AmendAgreement(
            AgreementId agreement,
            PartyId by,
            LocalDate validFrom,
            SortedMap<IncomePath, Integer> paths,
            @Nullable SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members,
            Moment at)
            implements AgreementCommand {
        public AmendAgreement {
            Terms.checkPaths(paths);
            if (members != null) {
                Terms.checkMembers(paths, members);
            }
        }
    }

    /** @param validTo the last day in force */
    record EndAgreement(AgreementId agreement, PartyId by, LocalDate validTo, Moment at) implements AgreementCommand {}
}
