package linxi.events;

/** The stream of one aggregate: its type and its id, written {@code lot/T1}. An id of a guard stream may hold slashes. */
public record StreamId(String type, String id) implements Comparable<StreamId> {
    public StreamId {
        if (type.isEmpty() || type.indexOf('/') >= 0 || id.isEmpty()) {
            throw new IllegalArgumentException("not a stream: '" + type + "/" + id + "'");
        }
    }

    public static StreamId of(PartyId party) {
        return new StreamId("party", party.value());
    }

    public static StreamId of(ProductId product) {
        return new StreamId("product", product.value());
    }

    public static StreamId of(HouseholdKey household) {
        return new StreamId("household", household.value());
    }

    public static StreamId of(LotId lot) {
        return new StreamId("lot", lot.value());
    }

    public static StreamId of(ShipmentId shipment) {
        return new StreamId("shipment", shipment.value());
    }

    public static StreamId of(AgreementId agreement) {
        return new StreamId("agreement", agreement.value());
    }

    public static StreamId of(SettlementId settlement) {
        return new StreamId("settlement", settlement.value());
    }

    /** Guards that at most one agreement version is in force for an origin and product on a day. */
    public static StreamId cover(PartyId origin, ProductId product) {
        return new StreamId("cover", origin.value() + "/" + product.value());
    }

    /** Keeps what rounding still owes each household of a path of an agreement. */
    public static StreamId carry(AgreementId agreement, IncomePath path) {
        return new StreamId("carry", agreement.value() + "/" + path);
    }

    /** The inverse of {@link #toString()}. */
    public static StreamId parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("not a stream: '" + text + "'");
        }
        return new StreamId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(StreamId other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
