package linxi.query.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Queries that there are not: a command's address takes no GET, any other is unknown. */
@Hidden
@RestController
class UnknownEndpoint {
    private static final Pattern COMMAND = Pattern.compile("/api/(parties/[^/]+/suspension|households/[^/]+/status"
            + "|agreements/[^/]+/(versions|end)|lots/[^/]+/(hold|release)"
            + "|shipments/[^/]+/(dispatch|arrival|receipts|receipt-corrections|discrepancy-agreement"
            + "|discrepancy-dispute|cancellation|loss|rejection|return-receipt)"
            + "|settlements/[^/]+/(agreement|payment|returns|reversal))");

    @GetMapping("/api/**")
    void unknown(HttpServletRequest http) throws HttpRequestMethodNotSupportedException {
        if (COMMAND.matcher(http.getRequestURI()).matches()) {
            throw new HttpRequestMethodNotSupportedException(http.getMethod(), List.of("POST"));
        }
        throw new Refused(QueryRule.NO_SUCH_PATH, null, http.getRequestURI());
    }
}
