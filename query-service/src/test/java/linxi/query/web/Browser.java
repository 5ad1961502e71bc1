package linxi.query.web;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps cookies as a browser does. */
final class Browser {
    private final WebClient web;
    private final List<String> cookies = new ArrayList<>();

    Browser(WebClient web) {
        this.web = web;
    }

    HttpResponse<String> get(String path, String... headers) {
        return keep(web.send("GET", path, with(headers)));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return keep(web.send("POST", path, body.getBytes(StandardCharsets.UTF_8), with(all.toArray(String[]::new))));
    }

    /** With the token that a page of ours reads from its cookie. */
    HttpResponse<String> send(String path, String body) {
        return post(path, body, "X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
    }

    private String[] with(String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (!cookies.isEmpty()) {
            all.addAll(List.of("Cookie", String.join("; ", cookies)));
        }
        return all.toArray(String[]::new);
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        for (var set : answer.headers().allValues("Set-Cookie")) {
            var cookie = set.substring(0, set.indexOf(';'));
            var name = cookie.substring(0, cookie.indexOf('=') + 1);
            cookies.removeIf(it -> it.startsWith(name));
            if (!cookie.equals(name)) {
                cookies.add(cookie);
            }
        }
        return answer;
    }

    String cookie(String name) {
        return cookies.stream()
                .filter(it -> it.startsWith(name + "="))
                .map(it -> it.substring(name.length() + 1))
                .findFirst()
                .orElse("none");
    }

    HttpResponse<String> login(String name, String password) {
        return post("/login", "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, password));
    }
}
