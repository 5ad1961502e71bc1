package linxi.allinone.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without a screen: cookies by server, redirects one by one, forms by their fields. */
final class Visitor {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private final List<String> way = new ArrayList<>();

    /** What a server said, and where. */
    record Page(URI at, HttpResponse<String> answer) {
        int status() {
            return answer.statusCode();
        }

        String text() {
            return answer.body();
        }

        /** Where it sends the visitor. */
        URI next() {
            return at.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
    }

    /** Of the server at that address; null where there is none. */
    @Nullable
    String cookie(String server, String name) {
        return jar(URI.create(server)).get(name);
    }

    void setCookie(String server, String name, String value) {
        jar(URI.create(server)).put(name, value);
    }

    /** Every address that {@link #follow} came by. */
    List<String> way() {
        return way;
    }

    Page get(URI uri, String... headers) {
        return send(uri, HttpRequest.newBuilder(uri), headers);
    }

    Page get(String uri, String... headers) {
        return get(URI.create(uri), headers);
    }

    /** As a page of ours sends it. */
    Page postJson(String uri, String json) {
        return post(uri, json, "X-XSRF-TOKEN", jar(URI.create(uri)).getOrDefault("XSRF-TOKEN", ""));
    }

    Page post(String uri, String json, String name, String value) {
        var at = URI.create(uri);
        var request = HttpRequest.newBuilder(at).POST(BodyPublishers.ofString(json));
        return send(at, request, "Content-Type", "application/json", name, value);
    }

    /** Follows redirects to the end. */
    Page follow(Page from) {
        var page = from;
        for (int i = 0; page.status() / 100 == 3; i++) {
            if (i == 10) {
                throw new IllegalStateException("without end: " + way);
            }
            way.add(page.next().toString());
            page = get(page.next(), "Accept", "text/html");
        }
        return page;
    }

    /** Fills in the provider's form. */
    Page logIn(Page form, String name, String password) {
        var token = CSRF.matcher(form.text());
        if (!token.find()) {
            throw new IllegalStateException("no form: " + form.text());
        }
        var body = "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(token.group(1));
        return send(
                form.at(),
                HttpRequest.newBuilder(form.at()).POST(BodyPublishers.ofString(body)),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(URI uri, HttpRequest.Builder request, String... headers) {
        var jar = jar(uri);
        if (!jar.isEmpty()) {
            var _ = request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (headers.length > 0) {
            var _ = request.headers(headers);
        }
        try {
            var answer = HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(set -> keep(jar, set));
            return new Page(uri, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> jar, String set) {
        var pair = set.substring(0, (set + ";").indexOf(';'));
        int equals = pair.indexOf('=');
        if (set.contains("Max-Age=0")) {
            jar.remove(pair.substring(0, equals));
        } else {
            jar.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private Map<String, String> jar(URI uri) {
        return cookies.computeIfAbsent(uri.getAuthority(), _ -> new LinkedHashMap<>());
    }
}
