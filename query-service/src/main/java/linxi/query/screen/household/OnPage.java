package linxi.query.screen.household;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.query.Amount;
import linxi.query.Cost;
import linxi.query.screen.Reader;
import linxi.query.sharing.Computation;
import linxi.query.sharing.Computation.Crate;
import linxi.query.sharing.Computation.LotPart;
import linxi.query.sharing.Computation.Part;
import linxi.query.sharing.Computation.Step;
import linxi.query.sharing.Computation.Verdict;
import linxi.query.sharing.SharedDocument.Kind;
import linxi.query.shipment.ShipmentDocument;
import linxi.query.shipment.ShipmentMoment;
import org.jspecify.annotations.Nullable;

/** A computation as people read it: every amount in yuan and to the fen, what is taken back with a minus. */
record OnPage(
        Kind kind,
        Verdict verdict,
        List<Check> checks,
        String at,
        Both paid,
        String exact,
        String carryBefore,
        String carryAfter,
        @Nullable Share share,
        @Nullable Standing standing) {
    /** An amount twice: in yuan, and in fen. */
    record Both(String yuan, String fen) {}

    record Check(Step step, boolean holds) {}

    record Deduction(String kind, Both amount, @Nullable String percent) {}

    record Standing(Both paid, String exact) {}

    record Path(IncomePath path, String percent) {}

    record Share(Net net, Pool pool, Weight weight, Rounding rounding) {}

    /** From the gross to what the agreement's version shares. */
    record Net(Both gross, List<Deduction> deductions, Both net, Both groupGross, Both groupNet) {}

    /** @param unknown null where there is none */
    record Pool(
            List<Path> paths,
            String percent,
            Both path,
            @Nullable Both unknown,
            Both amount) {}

    record Weight(String own, String all, String households, List<Lot> lots) {}

    /** @param rank 0 where it could not be told */
    record Rounding(String wholeFen, String missing, String owed, int rank, boolean oneMore) {}

    record Lot(String id, String quantity, String brought, Both gross, String weight, List<Shipped> crates) {}

    /** @param receipts positions of the market's word on it */
    record Shipped(
            String shipment, String quantity, @Nullable String price, Both gross, List<String> receipts) {}

    static OnPage of(Computation it, Reader reader, Map<String, ShipmentDocument> shipments) {
        var figures = reader.figures();
        int sign = it.decision().kind() == Kind.AGREED ? 1 : -1;
        var standing = it.standing();
        return new OnPage(
                it.decision().kind(),
                it.verdict(),
                it.checks().entrySet().stream()
                        .map(check -> new Check(check.getKey(), check.getValue()))
                        .toList(),
                Reader.time(it.line().at()),
                both(Money.ofFen(it.line().fen()), 1, reader),
                figures.exactFen(it.line().entitlement()),
                figures.exactFen(it.carry().before()),
                figures.exactFen(it.carry().after()),
                it.share() == null ? null : share(it.share(), it.line().path(), sign, reader, shipments),
                standing == null
                        ? null
                        : new Standing(
                                both(Money.ofFen(standing.fen()), 1, reader),
                                figures.exactFen(standing.entitlement())));
    }

    private static Both both(Money money, int sign, Reader reader) {
        var signed = sign < 0 ? money.negated() : money;
        return new Both(reader.figures().money(signed).full(), reader.figures().fen(signed.fen()));
    }

    private static Share share(
            Computation.Share it, IncomePath path, int sign, Reader reader, Map<String, ShipmentDocument> shipments) {
        return new Share(
                net(it, sign, reader),
                pool(it, path, sign, reader),
                weight(it, path, sign, reader, shipments),
                rounding(it.part(), sign, reader));
    }

    private static Net net(Computation.Share it, int sign, Reader reader) {
        var deductions = it.deductions().stream()
                .map(one -> new Deduction(
                        one.kind().name(),
                        both(one.amount(), -sign, reader),
                        one.basisPoints() == null ? null : percent(one.basisPoints())))
                .toList();
        return new Net(
                both(it.gross(), sign, reader),
                deductions,
                both(it.net(), sign, reader),
                both(it.groupGross(), sign, reader),
                both(it.groupNet(), sign, reader));
    }

    private static Pool pool(Computation.Share it, IncomePath path, int sign, Reader reader) {
        return new Pool(
                it.paths().entrySet().stream()
                        .map(one -> new Path(one.getKey(), percent(one.getValue())))
                        .toList(),
                percent(it.paths().getOrDefault(path, 0)),
                both(it.pathAmount(), sign, reader),
                it.unknown().fen() == 0 ? null : both(it.unknown(), sign, reader),
                both(it.part().pool(), sign, reader));
    }

    private static Weight weight(
            Computation.Share it, IncomePath path, int sign, Reader reader, Map<String, ShipmentDocument> shipments) {
        var figures = reader.figures();
        var part = it.part();
        boolean purchase = path == IncomePath.ORDER_PURCHASE;
        return new Weight(
                purchase ? figures.exactFen(part.weight()) : figures.count(part.weight()),
                purchase ? figures.exactFen(part.weights()) : figures.count(part.weights()),
                figures.count(part.households()),
                it.lots().stream().map(lot -> lot(lot, sign, reader, shipments)).toList());
    }

    private static Rounding rounding(Part part, int sign, Reader reader) {
        var figures = reader.figures();
        return new Rounding(
                figures.fen(sign * part.wholeFen()),
                figures.count(part.missing()),
                figures.exactFen(part.owed()),
                part.rank(),
                part.isOneMore());
    }

    /** Of basis points. */
    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "\u00a0%";
    }

    private static Lot lot(LotPart it, int sign, Reader reader, Map<String, ShipmentDocument> shipments) {
        return new Lot(
                it.lot().value(),
                reader.figures().amount(Amount.of(it.quantity())).full(),
                reader.figures()
                        .amount(Amount.of(it.brought(), it.quantity().unit()))
                        .full(),
                both(it.gross(), sign, reader),
                reader.figures().exactFen(it.weight()),
                it.crates().stream()
                        .map(crate -> shipped(
                                crate,
                                sign,
                                reader,
                                shipments.get(crate.shipment().value())))
                        .toList());
    }

    private static Shipped shipped(Crate it, int sign, Reader reader, @Nullable ShipmentDocument shipment) {
        return new Shipped(
                it.shipment().value(),
                reader.figures().amount(Amount.of(it.quantity())).full(),
                it.price() == null
                        ? null
                        : reader.figures().price(Cost.of(it.price())).text(),
                both(it.gross(), sign, reader),
                shipment == null
                        ? List.of()
                        : shipment.history().stream()
                                .filter(moment -> moment.event().startsWith("receipt-"))
                                .map(ShipmentMoment::position)
                                .map(String::valueOf)
                                .toList());
    }
}
