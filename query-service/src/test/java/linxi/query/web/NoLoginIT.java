package linxi.query.web;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Without logins everybody on this machine may do everything; nobody from elsewhere may, nor any other site's page. */
class NoLoginIT {
    private static final String RUN = "an import that is begun for this";
    private static final String LINE = "the first line of a household's income";

    /** An example of each page, by its address. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            entry("/", "/"),
            entry("/login", "/login"),
            entry("/password", "/password"),
            entry("/overview", "/overview"),
            entry("/wall", "/wall"),
            entry("/sales/shipments", "/sales/shipments"),
            entry("/income/settlements", "/income/settlements"),
            entry("/shipments", "/shipments"),
            entry("/shipments/new", "/shipments/new"),
            entry("/shipments/{id}", "/shipments/SH1"),
            entry("/settlements", "/settlements"),
            entry("/settlements/new", "/settlements/new"),
            entry("/settlements/{id}", "/settlements/S1"),
            entry("/lots", "/lots"),
            entry("/lots/new", "/lots/new"),
            entry("/lots/{id}", "/lots/T1"),
            entry("/agreements", "/agreements"),
            entry("/agreements/{id}", "/agreements/A1"),
            entry("/households", "/households"),
            entry("/households/{id}/income", "/households/H01/income"),
            entry("/households/{id}/income/lines/{settlement}/{position}", LINE),
            entry("/events", "/events"),
            entry("/household-access", "/household-access"),
            entry("/scan", "/scan"),
            entry("/import", "/import"),
            entry("/import/{kind}", "/import/lots"),
            entry("/import/runs/{run}", RUN),
            entry("/outbox", "/outbox"),
            entry("/operations", "/operations"),
            entry("/accounts", "/accounts"),
            entry("/registers/parties", "/registers/parties"),
            entry("/registers/products", "/registers/products"),
            entry("/registers/households", "/registers/households"),
            entry("/registers/households/{id}", "/registers/households/H01"),
            entry("/t/{code}", "/t/S.SH1"));

    private static EmbeddedMongo mongo;
    private static LoggedIn service;
    private static WebClient web;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.inMemory();
        service = LoggedIn.start(List.of("--linxi.access.login=false", "--server.address=127.0.0.1"), List.of());
        web = service.web();
    }

    private static ConfigurableApplicationContext started(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--linxi.access.login=false",
                "--linxi.mongo.uri=" + mongo.uri(),
                "--linxi.kafka.bootstrap-servers=127.0.0.1:1",
                "--linxi.command-url=http://127.0.0.1:1"));
        arguments.addAll(List.of(more));
        return QueryService.application().run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
        mongo.close();
    }

    @Test
    void isRefusedOnEveryOtherAddress() {
        for (var address : List.of("0.0.0.0", "::")) {
            assertThatThrownBy(() -> started("--server.address=" + address))
                    .hasStackTraceContaining("linxi.access.login=false");
        }
        assertThatThrownBy(NoLoginIT::started).hasStackTraceContaining("linxi.access.login=false");
    }

    /** A request could say there that it came to another name than it did. */
    @Test
    void believesNoProxy() {
        for (var strategy : List.of("native", "framework")) {
            assertThatThrownBy(() ->
                            started("--server.address=127.0.0.1", "--server.forward-headers-strategy=" + strategy))
                    .hasStackTraceContaining("believes no proxy");
        }
    }

    private static Set<String> pages() {
        var pages = new TreeSet<String>();
        service.context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((asked, by) -> {
                    boolean isPage = by.getBeanType().getPackageName().startsWith("linxi.")
                            && by.getReturnType().getParameterType() == String.class
                            && !by.hasMethodAnnotation(ResponseBody.class)
                            && !by.getBeanType().isAnnotationPresent(RestController.class);
                    if (isPage) {
                        pages.addAll(asked.getPatternValues());
                    }
                }));
        return pages;
    }

    private static String address(String example) {
        if (example.equals(RUN)) {
            var table = "农户编号,村编号\nH1,v1\n".getBytes(StandardCharsets.UTF_8);
            var taken = web.send("POST", "/import/households", table, "X-Party", "office");
            return WebClient.json(taken).path("page").asString("");
        }
        if (example.equals(LINE)) {
            var link = Pattern.compile("href=\"(/households/H01/income/lines/[^\"]+)\"")
                    .matcher(web.body("/households/H01/income"));
            assertThat(link.find()).isTrue();
            return link.group(1);
        }
        return example;
    }

    /** Whatever it answers, also that it cannot just now. */
    @Test
    void saysSoOnEveryPage() {
        assertThat(PAGES.keySet()).as("a page without an example").containsExactlyInAnyOrderElementsOf(pages());
        var examples = new ArrayList<>(PAGES.values());
        examples.addAll(List.of("/t/none", "/shipments/none", "/nothing"));
        for (var example : examples) {
            var page = web.send("GET", address(example), "Accept", "text/html", "Accept-Language", "zh-CN");
            assertThat(page.headers().firstValue("Content-Type")).as(example).contains("text/html;charset=UTF-8");
            assertThat(page.body()).as(example).contains("免登录模式");
        }
    }

    @Test
    void logsNobodyIn() {
        var login = "{\"name\": \"admin\", \"password\": \"1234567890\"}".getBytes(StandardCharsets.UTF_8);
        var answer = web.send("POST", "/login", login, "Content-Type", "application/json");
        assertThat(WebClient.json(answer).path("rule").asString()).isEqualTo("NO_LOGINS_HERE");
    }

    /** They would outlive this start. */
    @Test
    void makesNoAccountsOrKeys() {
        for (var path : List.of("/admin/accounts", "/admin/keys", "/admin/accounts/admin/disable")) {
            assertThat(web.send("POST", path, "Content-Type", "application/json")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesPagesOfOtherSites() {
        assertThat(web.send("GET", "/api/parties").statusCode()).isEqualTo(200);
        assertThat(web.send("GET", "/api/parties", "Origin", "http://localhost:8080")
                        .statusCode())
                .isEqualTo(200);
        for (var origin : List.of("https://example.org", "null", "http://localhost.example.org")) {
            assertThat(web.send("POST", "/api/lots", "Origin", origin).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(web.send("POST", "/api/lots", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
    }

    /** The container hands such a request on as a GET of its own page of errors. */
    @Test
    void refusesWhatIsNoPageWithoutOne() {
        for (var path : List.of("/api/shipments", "/overview")) {
            var answer = web.send("TRACE", path, "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.headers().firstValue("Content-Type")).as(path).contains("application/problem+json");
        }
    }
}
