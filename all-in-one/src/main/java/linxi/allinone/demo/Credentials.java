package linxi.allinone.demo;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What a request says of who sends it. */
public interface Credentials {
    /** Where there are no logins: a header says who acts. */
    Credentials NONE = (request, _, party) -> {
        if (party != null) {
            request.header("X-Party", party);
        }
    };

    /**
     * @param path of a command; null for a query
     * @param party that acts; null where nobody need
     */
    void sign(HttpRequest.Builder request, @Nullable String path, @Nullable String party);
}
