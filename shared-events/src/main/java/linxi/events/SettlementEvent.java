package linxi.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a settlement between one origin and one market. */
public sealed interface SettlementEvent extends OriginEvent {
    SettlementId settlement();

    @Override
    default StreamId stream() {
        return StreamId.of(settlement());
    }

    /**
     * One shipment line as settled: quantity is accepted − returned before, gross its price.
     *
     * @param receivedOn the day of the shipment's final receipt, which decides the agreement version
     */
    record SettledLine(
            ShipmentId shipment,
            LotId lot,
            ProductId product,
            Channel channel,
            Quantity quantity,
            Price price,
            Money gross,
            LocalDate receivedOn) {}

    /** @param basisPoints of the gross, where it was stated so */
    record Deduction(
            DeductionKind kind,
            Money amount,
            @Nullable Integer basisPoints,
            @Nullable String evidence) {}

    /** The origin's consent. */
    record SettlementOpened(
            SettlementId settlement,
            PartyId origin,
            PartyId market,
            List<ShipmentId> shipments,
            List<SettledLine> lines,
            Money gross,
            List<Deduction> deductions,
            Money net,
            Instant at)
            implements SettlementEvent {
        public SettlementOpened {
            shipments = List.copyOf(shipments);
            lines = List.copyOf(lines);
            deductions = List.copyOf(deductions);
        }
    }

    /** A line of the settlement, by where it stands. */
    record LineRef(ShipmentId shipment, LotId lot) {}

    /** The lines that one agreement version covers, and the part of the net that falls to them. */
    record CoveredGroup(
            AgreementId agreement, int version, ProductId product, Money gross, Money net, List<LineRef> lines) {
        public CoveredGroup {
            lines = List.copyOf(lines);
        }
    }

    /** What one path of one agreement version shares among its households; negative when it takes back. */
    record Pool(AgreementId agreement, int version, ProductId product, IncomePath path, Money amount) {}

    /** The market's consent; the pools and what is unattributed add up to the net. */
    record SettlementAgreed(
            SettlementId settlement,
            PartyId origin,
            PartyId market,
            List<CoveredGroup> groups,
            List<Pool> pools,
            Money unattributed,
            Instant at)
            implements SettlementEvent {
        public SettlementAgreed {
            groups = List.copyOf(groups);
            pools = List.copyOf(pools);
        }
    }

    /** @param entitlement the exact share in micro-fen (10⁻⁶ fen); {@code fen} is what is paid */
    record IncomeLine(HouseholdKey household, long fen, long entitlement) {}

    /** Part {@code part} of {@code of} of what an agreed settlement pays: lines of one pool. */
    record IncomeAttributed(
            SettlementId settlement,
            PartyId origin,
            int part,
            int of,
            AgreementId agreement,
            int version,
            ProductId product,
            IncomePath path,
            List<IncomeLine> lines,
            Instant at)
            implements SettlementEvent {
        public IncomeAttributed {
            lines = List.copyOf(lines);
        }
    }

    record SettlementPaid(SettlementId settlement, PartyId origin, String reference, Instant at)
            implements SettlementEvent {}

    /** @param gross of what is returned: amount(kept before) − amount(kept after), not negative */
    record ReturnedLine(
            ShipmentId shipment, LotId lot, ProductId product, Channel channel, Quantity quantity, Money gross) {}

    /**
     * Goods came back after the sale.
     *
     * @param gross returned by this event, not negative
     * @param deductionsKept what is deducted from now on
     * @param netReturned net before − net after, not negative
     * @param pools negative: what each path gives back
     * @param unattributed the (negative) part of it that falls to nobody
     */
    record GoodsReturned(
            SettlementId settlement,
            PartyId origin,
            PartyId market,
            List<ReturnedLine> lines,
            Money gross,
            List<Deduction> deductionsKept,
            Money netReturned,
            List<Pool> pools,
            Money unattributed,
            String reason,
            Instant at)
            implements SettlementEvent {
        public GoodsReturned {
            lines = List.copyOf(lines);
            deductionsKept = List.copyOf(deductionsKept);
            pools = List.copyOf(pools);
        }
    }

    /**
     * @param pools the negative of what each path still held
     * @param unattributed the negative of what was still unattributed
     * @param refundDue what the market paid and gets back; 0 unless it was paid
     */
    record SettlementReversed(
            SettlementId settlement,
            PartyId origin,
            PartyId market,
            List<Pool> pools,
            Money unattributed,
            Money refundDue,
            String reason,
            Instant at)
            implements SettlementEvent {
        public SettlementReversed {
            pools = List.copyOf(pools);
        }
    }

    /** Part {@code part} of {@code of} of what a return or reversal takes back: lines of one pool. */
    record IncomeReversed(
            SettlementId settlement,
            PartyId origin,
            int part,
            int of,
            AgreementId agreement,
            int version,
            ProductId product,
            IncomePath path,
            List<IncomeLine> lines,
            Instant at)
            implements SettlementEvent {
        public IncomeReversed {
            lines = List.copyOf(lines);
        }
    }
}
