package linxi.command.web;

import static linxi.access.Role.ADMIN;
import static linxi.access.Role.AUDITOR;
import static linxi.access.Role.CLERK;
import static linxi.access.Role.RECEIVER;
import static linxi.access.gate.Permit.get;
import static linxi.access.gate.Permit.post;
import static linxi.access.gate.Reach.ALL;
import static linxi.access.gate.Reach.OWN;

import java.util.List;
import linxi.access.gate.Permit;
import linxi.access.gate.Permits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which role may give which command ("Who acts" of the contract). That it is one of its own organisation's is a rule of
 * the command itself, which is told the account's organisation as the acting party.
 */
@Configuration(proxyBeanMethods = false)
class CommandPermits {
    @Bean
    Permits permits() {
        return new Permits(List.of(
                admins("/api/parties"),
                admins("/api/parties/{id}/suspension"),
                admins("/api/products"),
                admins("/api/households"),
                admins("/api/households/{id}/status"),
                origins("/api/agreements"),
                origins("/api/agreements/{id}/versions"),
                origins("/api/agreements/{id}/end"),
                origins("/api/lots"),
                origins("/api/lots/{id}/hold"),
                origins("/api/lots/{id}/release"),
                origins("/api/shipments"),
                origins("/api/shipments/{id}/dispatch"),
                origins("/api/shipments/{id}/cancellation"),
                origins("/api/shipments/{id}/return-receipt"),
                origins("/api/shipments/{id}/discrepancy-agreement"),
                origins("/api/shipments/{id}/discrepancy-dispute"),
                markets("/api/shipments/{id}/arrival"),
                markets("/api/shipments/{id}/receipts"),
                markets("/api/shipments/{id}/receipt-corrections"),
                markets("/api/shipments/{id}/rejection"),
                either("/api/shipments/{id}/loss"),
                origins("/api/settlements"),
                origins("/api/settlements/preview"),
                markets("/api/settlements/{id}/agreement"),
                markets("/api/settlements/{id}/payment"),
                markets("/api/settlements/{id}/returns"),
                either("/api/settlements/{id}/reversal"),
                // Which of them may be given is judged by their own lines.
                post("/rehearsal").with(OWN, CLERK, RECEIVER).with(ALL, ADMIN),
                get("/api/events").with(ALL, AUDITOR)));
    }

    private static Permit admins(String path) {
        return post(path).with(ALL, ADMIN);
    }

    private static Permit origins(String path) {
        return post(path).with(OWN, CLERK);
    }

    private static Permit markets(String path) {
        return post(path).with(OWN, RECEIVER);
    }

    private static Permit either(String path) {
        return post(path).with(OWN, CLERK, RECEIVER);
    }
}
