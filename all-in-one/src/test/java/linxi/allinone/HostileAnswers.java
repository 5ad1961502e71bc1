package linxi.allinone;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What no answer may be, whatever was asked. Thread-safe. */
final class HostileAnswers {
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\tat |java\\.|linxi\\.(?!css)[a-z]|[Ss]pring|[Tt]omcat|[Cc]atalina|[Mm]ongo|bwaldvogel|[Bb]son|[Aa]xon|[Jj]ackson|[Kk]afka");

    private static final Pattern RULE = Pattern.compile("<code>[A-Z_]+</code>");

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    Collection<String> faults() {
        return List.copyOf(faults);
    }

    void fault(String text) {
        faults.add(text);
    }

    void judge(String request, RawHttp.Answer answer) {
        var shown = request.lines().findFirst().orElse("") + " -> " + answer.head() + answer.body();
        shown = shown.length() > 900 ? shown.substring(0, 900) : shown;
        if (answer.status() >= 500 && answer.status() != 503) {
            faults.add("fault: " + shown);
        }
        if (INSIDES.matcher(answer.head() + answer.body()).find()
                || !answer.header("X-Evil").isEmpty()) {
            faults.add("insides: " + shown);
        }
        if (answer.status() >= 400 && !request.startsWith("HEAD ") && !isProblem(answer) && !isPage(request, answer)) {
            faults.add("no problem: " + shown);
        }
    }

    /** For who asked for a page: it names the rule and the correlation. */
    private static boolean isPage(String request, RawHttp.Answer answer) {
        var correlation = answer.header("X-Correlation-Id");
        return request.startsWith("GET ")
                && request.contains("\nAccept: text/html\r")
                && answer.header("Content-Type").startsWith("text/html")
                && RULE.matcher(answer.body()).find()
                && !correlation.isEmpty()
                && answer.body().contains(">" + correlation + "<")
                && (answer.status() != 503 || answer.header("Retry-After").matches("[0-9]+"));
    }

    /** In its form, told apart by a correlation, and with a time to come again where that helps. */
    static boolean isProblem(RawHttp.Answer answer) {
        try {
            var bytes = ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.ISO_8859_1));
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            var problem = new JsonMapper().readTree(text);
            return answer.header("Content-Type").startsWith("application/problem+json")
                    && !problem.path("rule").asString("").isEmpty()
                    && problem.path("status").asInt(0) == answer.status()
                    && !answer.header("X-Correlation-Id").isEmpty()
                    && problem.path("correlation").asString("").equals(answer.header("X-Correlation-Id"))
                    && (answer.status() != 503 || answer.header("Retry-After").matches("[0-9]+"));
        } catch (CharacterCodingException | JacksonException e) {
            return false;
        }
    }
}
