package linxi.query.export;

import linxi.events.Pack;
import linxi.query.Named;
import linxi.query.lot.Lots;
import linxi.query.party.Parties;
import linxi.query.product.Products;

/** Tables of who trades, and of what there is to trade. */
final class CatalogueTables {
    private CatalogueTables() {}

    static Table<Parties.Answer> parties(Words words, String title) {
        return new Table<Parties.Answer>(words, title)
                .with("party.id", it -> Cell.text(it.id().value()))
                .with("party.kind", it -> words.constant("export.party", it.kind()))
                .with("name.zh", it -> Cell.text(it.name().zh()))
                .with("name.en", it -> Cell.text(it.name().en()))
                .with("region", it -> Cell.text(it.region()))
                .with("district", it -> Cell.text(it.district()))
                .with("suspended", it -> it.suspended() ? words.constant("export.suspended", "YES") : Cell.EMPTY)
                .with("reason", it -> Cell.text(it.suspension()))
                .with("registered", it -> Cell.moment(it.at()));
    }

    static Table<Products.Answer> products(Words words, String title) {
        return new Table<Products.Answer>(words, title)
                .with("product.id", it -> Cell.text(it.id().value()))
                .with("product.kind", it -> words.constant("export.produce", it.kind()))
                .with("name.zh", it -> Cell.text(it.name().zh()))
                .with("name.en", it -> Cell.text(it.name().en()))
                .with("brand", it -> Cell.text(it.brand()))
                .with("base.unit", it -> words.constant("unit", it.baseUnit()))
                .with("packs", it -> Cell.text(packs(it)))
                .with("registered", it -> Cell.moment(it.at()));
    }

    /** 箱 360, 盘 30: what each holds, in base units. */
    private static String packs(Products.Answer product) {
        return String.join(
                ", ", product.packs().stream().map(CatalogueTables::pack).toList());
    }

    private static String pack(Pack pack) {
        return pack.name() + " " + pack.contains();
    }

    static Table<Lots.Answer> lots(Words words, String title) {
        return new Table<Lots.Answer>(words, title)
                .with("lot", it -> Cell.text(it.id().value()))
                .with("origin.id", it -> Cell.text(it.origin().id()))
                .with("origin", it -> words.name(it.origin()))
                .with("product.id", it -> Cell.text(it.product().id()))
                .with(
                        "product",
                        it -> words.name(
                                new Named(it.product().id(), it.product().name())))
                .with(
                        "lot.quantity",
                        it -> Cell.amount(it.quantity().amount(), it.quantity().unit()))
                .with(
                        "lot.left",
                        it -> Cell.amount(it.left().amount(), it.left().unit()))
                .with("unit", it -> words.unit(it.quantity().unit()))
                .with("entered", it -> Cell.text(it.quantity().entered()))
                .with("lot.households", it -> Cell.count(it.contributions().size()))
                .with("shipments.count", it -> Cell.count(it.shipments().size()))
                .with("produced", it -> Cell.moment(it.producedAt()))
                .with("registered", it -> Cell.moment(it.at()))
                .with("held", it -> it.held() ? words.constant("export.held", "YES") : Cell.EMPTY)
                .with("reason", it -> Cell.text(it.reason()));
    }
}
