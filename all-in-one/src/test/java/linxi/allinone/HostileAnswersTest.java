package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of the hostile tests is not blind. */
class HostileAnswersTest {
    private final HostileAnswers answers = new HostileAnswers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException",
                "org.axonframework.commandhandling",
                "AxonServer is away",
                "org.apache.kafka",
                "Kafka is away",
                "tools.jackson.core",
                "Jackson cannot read it",
                "de.bwaldvogel.mongo",
                "org.springframework.web",
                "Spring Boot",
                "MongoSocketException",
                "org.bson.BsonInvalidOperation",
                "Apache Tomcat/11",
                "linxi.command.web.Problems"
            })
    void seesNamesOfOurInsides(String text) {
        answers.judge("GET /x", answer(200, "", text));
        assertThat(answers.faults()).hasSize(1).first().asString().startsWith("insides");
    }

    @Test
    void takesAProblemAsItShouldBe() {
        answers.judge("POST /x", answer(409, "", problem(409, "c1")));
        answers.judge("POST /x", answer(503, "Retry-After: 2\r\n", problem(503, "c1")));
        assertThat(answers.faults()).isEmpty();
    }

    @Test
    void seesProblemsThatLackSomething() {
        answers.judge("POST /x", answer(503, "", problem(503, "c1")));
        answers.judge("POST /x", answer(400, "", problem(400, "c2")));
        answers.judge("POST /x", answer(400, "", problem(409, "c1")));
        answers.judge("POST /x", answer(400, "", "{"));
        assertThat(answers.faults()).hasSize(4).allMatch(fault -> fault.startsWith("no problem"));
    }

    @Test
    void takesAPageFromWhoAskedForOne() {
        var head = "HTTP/1.1 404\r\nContent-Type: text/html;charset=UTF-8\r\nX-Correlation-Id: c1\r\n";
        var page = "<link href=\"/assets/linxi.css\"><code>NOT_FOUND</code> <code class=\"id\">c1</code>";
        var asked = "GET /x HTTP/1.1\r\nAccept: text/html\r\n\r\n";
        answers.judge(asked, new RawHttp.Answer(404, head, page));
        assertThat(answers.faults()).isEmpty();
        answers.judge("GET /x HTTP/1.1\r\nAccept: */*\r\n\r\n", new RawHttp.Answer(404, head, page));
        answers.judge(asked, new RawHttp.Answer(404, head, page.replace("c1", "c2")));
        answers.judge(asked, new RawHttp.Answer(404, head, "<h1>Not found</h1> c1"));
        assertThat(answers.faults()).hasSize(3).allMatch(fault -> fault.startsWith("no problem"));
    }

    @Test
    void seesAFault() {
        answers.judge("POST /x", answer(500, "", problem(500, "c1")));
        assertThat(answers.faults()).hasSize(1).first().asString().startsWith("fault");
    }

    private static RawHttp.Answer answer(int status, String headers, String body) {
        var head = "HTTP/1.1 " + status + "\r\nContent-Type: application/problem+json\r\nX-Correlation-Id: c1\r\n";
        return new RawHttp.Answer(status, head + headers, body);
    }

    private static String problem(int status, String correlation) {
        return "{\"rule\":\"R\",\"status\":" + status + ",\"correlation\":\"" + correlation + "\"}";
    }
}
