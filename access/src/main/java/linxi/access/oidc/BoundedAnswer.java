package linxi.access.oidc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;

/** An answer that was read as a whole, and is no larger than a provider's has reason to be. */
final class BoundedAnswer implements ClientHttpResponse {
    private static final int MOST = 256 << 10;

    private final ClientHttpResponse answer;
    private final byte[] body;

    private BoundedAnswer(ClientHttpResponse answer, byte[] body) {
        this.answer = answer;
        this.body = body;
    }

    static ClientHttpResponse to(HttpRequest request, byte[] body, ClientHttpRequestExecution sending)
            throws IOException {
        var answer = sending.execute(request, body);
        var read = answer.getBody().readNBytes(MOST + 1);
        if (read.length > MOST) {
            answer.close();
            throw new IOException("an answer of more than " + MOST + " bytes");
        }
        return new BoundedAnswer(answer, read);
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return answer.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return answer.getHeaders();
    }

    @Override
    public void close() {
        answer.close();
    }
}
