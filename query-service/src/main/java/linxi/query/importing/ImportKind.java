package linxi.query.importing;

import static linxi.query.importing.Column.optional;
import static linxi.query.importing.Column.required;

import java.util.List;
import java.util.Locale;
import linxi.access.Role;
import linxi.query.importing.rows.AgreementRows;
import linxi.query.importing.rows.HouseholdRows;
import linxi.query.importing.rows.LotRows;
import linxi.query.importing.rows.ReceiptRows;
import linxi.query.importing.rows.RowsForm;
import linxi.query.importing.rows.ShipmentRows;

/** What can be imported, by whom, and what its table looks like. */
public enum ImportKind {
    HOUSEHOLDS(
            Role.ADMIN,
            new HouseholdRows(),
            required("household", Content.ID, "示例-H001", "示例-H002"),
            required("village", Content.ID, "village-01", "village-01"),
            optional("status", Content.STATUS, "REGISTERED_POOR", ""),
            optional("statusFrom", Content.DAY, "2016-01-01", "")),
    LOTS(
            Role.CLERK,
            new LotRows(),
            required("lot", Content.ID, "示例-T2020-07", "示例-T2020-07"),
            optional("origin", Content.ID, "", ""),
            required("product", Content.ID, "tomato", "tomato"),
            optional("quantity", Content.AMOUNT, "1000", ""),
            optional("unit", Content.UNIT, "KILOGRAM", "KILOGRAM"),
            required("producedAt", Content.TIME, "2020-07-01 08:00", "2020-07-01 08:00"),
            optional("household", Content.ID, "H01", "H02"),
            optional("contribution", Content.AMOUNT, "600", "400")),
    SHIPMENTS(
            Role.CLERK,
            new ShipmentRows(),
            optional("shipment", Content.ID, "示例-S2020-001", "示例-S2020-001"),
            optional("kind", Content.SHIPMENT_KIND, "SALE", "SALE"),
            optional("origin", Content.ID, "", ""),
            required("market", Content.ID, "xinfadi", "xinfadi"),
            required("channel", Content.CHANNEL, "SUPERMARKET", "SUPERMARKET"),
            required("lot", Content.ID, "T2020-07", "T2020-08"),
            required("quantity", Content.AMOUNT, "500", "12"),
            required("unit", Content.UNIT, "KILOGRAM", "TONNE"),
            optional("price", Content.YUAN, "3.6", "3600"),
            optional("per", Content.UNIT, "KILOGRAM", "TONNE"),
            optional("loggedAt", Content.TIME, "2020-07-02 09:30", "2020-07-02 09:30"),
            optional("dispatchedAt", Content.TIME, "2020-07-02 11:00", "2020-07-02 11:00"),
            optional("vehicle", Content.TEXT, "蒙D12345", "蒙D12345")),
    AGREEMENTS(
            Role.CLERK,
            new AgreementRows(),
            required("agreement", Content.ID, "示例-A2020", "示例-A2020", "示例-A2020"),
            optional("origin", Content.ID, "", "", ""),
            required("products", Content.IDS, "tomato", "tomato", "tomato"),
            required("validFrom", Content.DAY, "2020-01-01", "2020-01-01", "2020-01-01"),
            required("path", Content.PATH, "ORDER_PURCHASE", "WAGE", "WAGE"),
            optional("share", Content.SHARE, "7000", "3000", ""),
            optional("household", Content.ID, "", "H09", "H10"),
            optional("weight", Content.WHOLE, "", "1", "1")),
    RECEIPTS(
            Role.RECEIVER,
            new ReceiptRows(),
            required("shipment", Content.ID, "示例-S2020-001", "示例-S2020-001"),
            required("lot", Content.ID, "T2020-07", "T2020-08"),
            required("accepted", Content.AMOUNT, "490", "12"),
            optional("short", Content.AMOUNT, "6", ""),
            optional("rejected", Content.AMOUNT, "4", ""),
            optional("lost", Content.AMOUNT, "", ""),
            optional("over", Content.AMOUNT, "", ""),
            required("unit", Content.UNIT, "KILOGRAM", "TONNE"),
            optional("reason", Content.TEXT, "少装一筐，另有压坏", ""),
            optional("receivedAt", Content.TIME, "2020-07-03 06:30", "2020-07-03 06:30"));

    private final Role role;

    @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
    private final RowsForm form;

    @SuppressWarnings("ImmutableEnumChecker") // no list of List.of can be changed
    private final List<Column> columns;

    ImportKind(Role role, RowsForm form, Column... columns) {
        this.role = role;
        this.form = form;
        this.columns = List.of(columns);
    }

    /** Whose commands these are. */
    public Role role() {
        return role;
    }

    RowsForm form() {
        return form;
    }

    public List<Column> columns() {
        return columns;
    }

    /** As it stands in addresses and keys of texts. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
