package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Sends every example of the description to a real service, in an order in which each is a right command. */
final class ExampleStory {
    private final Service service;
    private final ApiDocument document;
    private final Set<String> told = new TreeSet<>();

    ExampleStory(Service service, ApiDocument document) {
        this.service = service;
        this.document = document;
    }

    Set<String> told() {
        return told;
    }

    void tell() {
        registers();
        lots();
        for (int i = 2; i <= 7; i++) {
            shipped("S" + i);
        }
        shipments();
        settlements();
    }

    private void registers() {
        send("/api/parties", "", "founder");
        send("/api/parties", "", "founder", "id", "dakang");
        send("/api/parties", "", "founder", "id", "closed");
        send("/api/parties/{id}/suspension", "closed", "founder");
        send("/api/products", "", "founder");
        send("/api/households", "", "founder");
        send("/api/households/{id}/status", "H01", "founder");
        send("/api/agreements", "", "dakang");
        send("/api/agreements/{id}/versions", "A1", "dakang");
        send("/api/agreements/{id}/end", "A1", "dakang");
    }

    private void lots() {
        send("/api/lots", "", "dakang");
        send("/api/lots/{id}/hold", "T1", "dakang");
        send("/api/lots/{id}/release", "T1", "dakang");
    }

    private void shipped(String id) {
        send("/api/shipments", "", "dakang", "id", id);
        if (!id.equals("S3")) {
            send("/api/shipments/{id}/dispatch", id, "dakang");
        }
    }

    private void shipments() {
        shipped("S1");
        send("/api/shipments/{id}/receipts", "S1", "xinfadi");
        send("/api/shipments/{id}/receipt-corrections", "S1", "xinfadi");
        send("/api/shipments/{id}/return-receipt", "S1", "dakang");
        send("/api/shipments/{id}/receipts", "S2", "xinfadi");
        send("/api/shipments/{id}/discrepancy-dispute", "S2", "dakang");
        send("/api/shipments/{id}/cancellation", "S3", "dakang");
        send("/api/shipments/{id}/loss", "S4", "dakang");
        send("/api/shipments/{id}/rejection", "S5", "xinfadi");
        send("/api/shipments/{id}/arrival", "S6", "xinfadi");
        send("/api/shipments/{id}/receipts", "S7", "xinfadi");
        send("/api/shipments/{id}/discrepancy-agreement", "S7", "dakang");
    }

    private void settlements() {
        send("/api/settlements/preview", "", "dakang");
        send("/api/settlements", "", "dakang");
        send("/api/settlements/{id}/agreement", "ST1", "xinfadi");
        send("/api/settlements/{id}/payment", "ST1", "xinfadi");
        send("/api/settlements/{id}/returns", "ST1", "xinfadi");
        send("/api/settlements/{id}/reversal", "ST1", "xinfadi");
    }

    /** @param changes names and texts of fields that differ from the example */
    private void send(String path, String id, String party, String... changes) {
        var example = (ObjectNode) document.body(path).path("example").deepCopy();
        for (int i = 0; i < changes.length; i += 2) {
            example.put(changes[i], changes[i + 1]);
        }
        var reply = service.post(path.replace("{id}", id), example.toString(), "X-Party", party);
        assertThat(reply.status()).as(path + " " + reply.body()).isIn(200, 201);
        told.add(path);
    }
}
