package linxi.query.web;

import static linxi.access.Role.ADMIN;
import static linxi.access.Role.ANALYST;
import static linxi.access.Role.AUDITOR;
import static linxi.access.Role.CLERK;
import static linxi.access.Role.HOUSEHOLD_VIEWER;
import static linxi.access.Role.RECEIVER;
import static linxi.access.gate.Permit.get;
import static linxi.access.gate.Permit.post;
import static linxi.access.gate.Reach.ALL;
import static linxi.access.gate.Reach.MASKED;
import static linxi.access.gate.Reach.OWN;

import java.util.List;
import linxi.access.gate.Permit;
import linxi.access.gate.Permits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which role may ask what. */
@Configuration(proxyBeanMethods = false)
class QueryPermits {
    @Bean
    Permits permits() {
        return new Permits(List.of(
                get("/api/events").with(ALL, AUDITOR),
                get("/api/parties").with(ALL),
                get("/api/parties/{id}").with(ALL),
                get("/api/products").with(ALL),
                get("/api/products/{id}").with(ALL),
                get("/api/claims").with(ALL),
                households("/api/households").with(ALL, CLERK, ADMIN),
                households("/api/households/{id}").with(ALL, CLERK, ADMIN),
                households("/api/households/{id}/income"),
                households("/api/agreements").with(OWN, CLERK),
                households("/api/agreements/{id}").with(OWN, CLERK),
                households("/api/lots").with(OWN, CLERK),
                households("/api/lots/{id}").with(OWN, CLERK),
                trade("/api/shipments"),
                trade("/api/shipments/{id}"),
                trade("/api/settlements"),
                trade("/api/settlements/{id}"),
                figures("/api/sales"),
                figures("/api/income"),
                figures("/export/sales.{format}"),
                figures("/export/income.{format}"),
                figures("/export/sales-shipments.{format}"),
                figures("/export/income-settlements.{format}"),
                figures("/export/overview.xlsx"),
                figures("/export/overview.pdf"),
                trade("/export/shipments.{format}"),
                trade("/export/settlements.{format}"),
                households("/export/households.{format}").with(ALL, CLERK, ADMIN),
                households("/export/household-income.{format}"),
                households("/export/incomes.{format}"),
                households("/export/agreements.{format}").with(OWN, CLERK),
                households("/export/lots.{format}").with(OWN, CLERK),
                households("/export/agreement-members.{format}").with(OWN, CLERK),
                households("/export/lot-contributions.{format}").with(OWN, CLERK),
                get("/export/parties.{format}").with(ALL),
                get("/export/products.{format}").with(ALL),
                get("/export/events.{format}").with(ALL, AUDITOR),
                get("/export/household-access.{format}").with(ALL, AUDITOR),
                get("/api/**").with(ALL),
                // Whoever may give which command is judged where it is carried out.
                post("/api/**").forEverybody(),
                Permit.of("PUT", "/api/**").forEverybody(),
                Permit.of("PATCH", "/api/**").forEverybody(),
                Permit.of("DELETE", "/api/**").forEverybody(),
                get("/me").forEverybody(),
                post("/login").forEverybody(),
                post("/logout").forEverybody(),
                post("/password").forEveryAccount(),
                get("/admin/accounts").with(ALL, ADMIN),
                post("/admin/accounts").with(ALL, ADMIN),
                post("/admin/accounts/{name}/role").with(ALL, ADMIN),
                post("/admin/accounts/{name}/disable").with(ALL, ADMIN),
                post("/admin/accounts/{name}/enable").with(ALL, ADMIN),
                post("/admin/accounts/{name}/password").with(ALL, ADMIN),
                get("/admin/keys").with(ALL, ADMIN),
                post("/admin/keys").with(ALL, ADMIN),
                post("/admin/keys/{id}/revocation").with(ALL, ADMIN),
                get("/v3/commands").forEverybody(),
                get("/").with(ALL),
                figures("/overview"),
                figures("/wall"),
                figures("/live"),
                figures("/sales/shipments"),
                figures("/income/settlements"),
                trade("/shipments"),
                get("/shipments/new").with(OWN, CLERK),
                trade("/shipments/{id}"),
                get("/operations").with(ALL, ADMIN, AUDITOR),
                post("/operations/rebuild").with(ALL, ADMIN),
                post("/operations/rebuild/{name}").with(ALL, ADMIN),
                get("/accounts").with(ALL, ADMIN),
                get("/registers/parties").with(ALL, ADMIN),
                get("/registers/products").with(ALL, ADMIN),
                get("/registers/households").ofHouseholds().with(ALL, ADMIN),
                get("/registers/households/{id}").ofHouseholds().with(ALL, ADMIN),
                trade("/settlements"),
                get("/settlements/new").with(OWN, CLERK),
                trade("/settlements/{id}"),
                households("/lots").with(OWN, CLERK),
                get("/lots/new").with(OWN, CLERK),
                households("/lots/{id}").with(OWN, CLERK),
                get("/events").with(ALL, AUDITOR),
                get("/household-access").with(ALL, AUDITOR),
                trade("/scan"),
                scan("/scan/code"),
                scan("/scan/photo"),
                get("/codes/{code}.svg").with(ALL),
                get("/t/{code}").forEverybody(),
                trade("/shipments/{id}/labels.pdf"),
                trade("/shipments/{id}/receipt.pdf"),
                get("/lots/{id}/labels.pdf").with(OWN, CLERK).with(ALL, ANALYST, HOUSEHOLD_VIEWER, AUDITOR),
                trade("/settlements/{id}/sheet.pdf"),
                imports(get("/import")),
                imports(get("/import/runs/{run}")),
                imports(get("/import/runs/{run}/progress")),
                imports(get("/import/runs/{run}/failed.{format}")),
                imports(post("/import/runs/{run}/start")),
                imports(post("/import/runs/{run}/stop")),
                imports(get("/import/{kind}")),
                imports(get("/import/{kind}/template.{format}")),
                imports(post("/import/{kind}")),
                get("/outbox").with(ALL),
                get("/outbox-worker.js").forEverybody(),
                households("/households").with(ALL, CLERK, ADMIN),
                households("/households/{id}/income"),
                households("/households/{id}/income/lines/{settlement}/{position}"),
                households("/agreements").with(OWN, CLERK),
                households("/agreements/{id}").with(OWN, CLERK),
                get("/login").forEverybody(),
                get("/login/oidc").forEverybody(),
                get("/login/oidc/code").forEverybody(),
                get("/password").forEveryAccount(),
                get("/assets/{*file}").forEverybody()));
    }

    /** Which kind by whom is judged where it is answered. */
    private static Permit imports(Permit permit) {
        return permit.with(OWN, CLERK, RECEIVER).with(ALL, ADMIN);
    }

    private static Permit households(String path) {
        return get(path).ofHouseholds().with(MASKED, ANALYST, HOUSEHOLD_VIEWER).with(ALL, AUDITOR);
    }

    private static Permit trade(String path) {
        return get(path).with(OWN, CLERK, RECEIVER).with(ALL, ANALYST, HOUSEHOLD_VIEWER, AUDITOR);
    }

    private static Permit scan(String path) {
        return post(path).with(OWN, CLERK, RECEIVER).with(ALL, ANALYST, HOUSEHOLD_VIEWER, AUDITOR);
    }

    private static Permit figures(String path) {
        return get(path).with(ALL, ANALYST, HOUSEHOLD_VIEWER, AUDITOR);
    }
}
