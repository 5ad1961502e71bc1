package linxi.query.screen.operations;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.check.LastVerification;
import linxi.query.feed.RebuildProgress;
import linxi.query.feed.Rebuilding;
import linxi.query.importing.run.RefusedImports;
import linxi.query.screen.Figures;
import linxi.query.screen.Reader;
import linxi.query.screen.importing.RefusedOnPage;
import linxi.query.web.AsOf;
import linxi.query.web.CommandHealth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The state of both services, of the way between them, and of rebuilds, which administrators begin here. */
@Controller
class OperationsPage {
    /** Refused imports on the page. */
    private static final int SHOWN = 20;

    private final HealthEndpoint health;
    private final CommandHealth commands;
    private final Rebuilding rebuilding;
    private final MongoDatabase database;
    private final RefusedImports refused;
    private final MessageSource texts;
    private final JsonMapper json;

    OperationsPage(
            HealthEndpoint health,
            CommandHealth commands,
            Rebuilding rebuilding,
            MongoDatabase database,
            RefusedImports refused,
            MessageSource texts,
            JsonMapper json) {
        this.health = health;
        this.commands = commands;
        this.rebuilding = rebuilding;
        this.database = database;
        this.refused = refused;
        this.texts = texts;
        this.json = json;
    }

    /** @param parts nothing where it does not answer */
    record Service(String name, String status, List<Part> parts) {}

    /** Positions along the way of an event; a dash where nobody knows just now. */
    record Way(String recorded, String sent, String lag, String folded) {}

    /**
     * @param left null while nobody can tell
     * @param failure why the last one that was begun here ended early
     */
    record Rebuild(
            boolean runs,
            String names,
            int percent,
            String done,
            String total,
            @Nullable String left,
            @Nullable String failure) {}

    @GetMapping("/operations")
    String operations(HttpServletRequest http, HttpServletResponse answer, Locale language, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var figures = new Figures(language);
        var own = json.<JsonNode>valueToTree(health.health());
        var others = others(http);
        var caller = Access.of(http).caller();
        model.addAttribute("services", List.of(service("query", own), service("command", others)));
        model.addAttribute("way", way(others, answer.getHeader(AsOf.POSITION)));
        model.addAttribute("rebuild", rebuild(figures));
        model.addAttribute("names", rebuilding.names());
        model.addAttribute("mayRebuild", caller == null || caller.role() == Role.ADMIN);
        var verified = LastVerification.read(database);
        model.addAttribute("verified", verified);
        model.addAttribute("verifiedAt", verified == null ? null : Reader.time(verified.at()));
        model.addAttribute(
                "imports",
                refused.newest(SHOWN).stream()
                        .map(it -> RefusedOnPage.of(it, texts, language))
                        .toList());
        return "operations";
    }

    /** Begins one of all read models. */
    @PostMapping("/operations/rebuild")
    @ResponseBody
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> rebuild() {
        return begin(List.of());
    }

    @PostMapping("/operations/rebuild/{name}")
    @ResponseBody
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> rebuild(@PathVariable String name) {
        if (!rebuilding.names().contains(name)) {
            throw new Refused(QueryRule.NO_SUCH_ID, "name", name);
        }
        return begin(List.of(name));
    }

    private Map<String, Object> begin(List<String> names) {
        if (!rebuilding.begin(names)) {
            throw new Refused(QueryRule.REBUILD_RUNS);
        }
        return Map.of("begun", true);
    }

    /** An empty object where the command service does not answer. */
    private JsonNode others(HttpServletRequest http) {
        try {
            return commands.ask(http);
        } catch (Refused away) {
            return json.createObjectNode();
        }
    }

    private static Service service(String name, JsonNode health) {
        return new Service(name, health.path("status").asString("AWAY"), Part.of(health));
    }

    private static Way way(JsonNode commands, @Nullable String folded) {
        var parts = commands.path("components");
        return new Way(
                detail(parts, "store", "position"),
                detail(parts, "relay", "position"),
                detail(parts, "relay", "lag"),
                folded == null ? "–" : folded);
    }

    private static String detail(JsonNode parts, String part, String name) {
        return parts.path(part).path("details").path(name).asString("–");
    }

    private Rebuild rebuild(Figures figures) {
        var progress = rebuilding.progress();
        return progress == null
                ? new Rebuild(false, "", 100, "", "", null, rebuilding.lastFailure())
                : new Rebuild(
                        true,
                        String.join(", ", progress.projections()),
                        progress.percent(),
                        figures.count(progress.done()),
                        figures.count(progress.total()),
                        left(progress),
                        rebuilding.lastFailure());
    }

    private static @Nullable String left(RebuildProgress progress) {
        Duration left = progress.left();
        return left == null
                ? null
                : "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }
}
