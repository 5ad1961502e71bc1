package linxi.bench.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linxi.bench.Benchmark;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.Spread;
import linxi.bench.Target;

/** How long a page takes: the limit of 100 ms that the screens have, with the demonstration data. */
public final class PagesBenchmark implements Benchmark {
    /** Requests of a round; their median counts. */
    private static final int REQUESTS = 9;

    /** Before anything counts: as much as a morning's first users bring. */
    private static final int WARM_UPS = 40;

    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/[^\"]*)\"");
    private static final Pattern NO_PAGE =
            Pattern.compile("/(swagger|export|v3|api|admin|actuator|login|paper)\\b.*|.*\\.[a-z0-9]{2,5}$");

    /** What follows the first part of an address and is not the name of a thing. */
    private static final Set<String> WORDS =
            Set.of("new", "income", "lines", "shipments", "settlements", "runs", "parties", "products", "households");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String description() {
        return "Each kind of page that links lead to from the first one, with the demonstration data: from the request"
                + " until all of the page is there, one at a time, warmed up; of a round of " + REQUESTS
                + " requests the median.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        int port = Program.freePort();
        var up = List.of(
                "./linxi",
                "up",
                "--data",
                plan.folder().resolve("data").toString(),
                "--port",
                Integer.toString(port),
                "--demo",
                "--no-login");
        try (var linxi = Program.start(plan.folder().resolve("output.txt"), up)) {
            linxi.awaitText("Ctrl-C");
            var pages = pages("http://localhost:" + port);
            plan.say().accept(pages.size() + " kinds of pages");
            return measured(plan, pages);
        }
    }

    private List<Row> measured(Plan plan, Map<String, URI> pages) throws IOException, InterruptedException {
        for (var page : pages.values()) {
            for (int i = 0; i < WARM_UPS; i++) {
                var _ = millis(page);
            }
        }
        var figures = new LinkedHashMap<String, double[]>();
        for (int round = 0; round < plan.rounds(); round++) {
            for (var page : pages.entrySet()) {
                figures.computeIfAbsent(page.getKey(), _ -> new double[plan.rounds()])[round] = round(page.getValue());
            }
            plan.say().accept("round " + (round + 1));
        }
        var rows = new ArrayList<Row>();
        figures.forEach((page, of) -> rows.add(row(page, Spread.of(of))));
        return rows;
    }

    private static Row row(String page, Spread spread) {
        return new Row(page, spread.shown() + " ms", "–", spread, new Target.AtMost(100));
    }

    private double round(URI page) throws IOException, InterruptedException {
        var figures = new double[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            figures[i] = millis(page);
        }
        return Spread.of(figures).median();
    }

    private double millis(URI page) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var _ = get(page);
        return (System.nanoTime() - began) / 1e6;
    }

    private String get(URI page) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page)
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .timeout(Duration.ofSeconds(30))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** One of each kind, by its form. */
    private Map<String, URI> pages(String url) throws IOException, InterruptedException {
        var pages = new LinkedHashMap<String, URI>();
        var known = new HashSet<>(List.of("/"));
        var open = new ArrayDeque<>(known);
        while (!open.isEmpty()) {
            var path = open.remove();
            var page = URI.create(url + path);
            if (pages.putIfAbsent(form(path), page) == null) {
                links(get(page)).filter(known::add).forEach(open::add);
            }
        }
        return pages;
    }

    private static Stream<String> links(String html) {
        return LINK.matcher(html)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&").replaceAll("#.*", ""))
                .filter(path -> !NO_PAGE.matcher(path.replaceAll("[?].*", "")).matches());
    }

    /** Without the names of things, which tell two of a kind apart. */
    private static String form(String path) {
        var parts = path.replaceAll("[?].*", "").split("/", -1);
        var form = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            form.append('/').append(i == 1 || WORDS.contains(parts[i]) ? parts[i] : "…");
        }
        return form.toString();
    }
}
