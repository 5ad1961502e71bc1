package linxi.query.screen.drill;

import java.util.LinkedHashMap;
import java.util.Map;
import linxi.query.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of the list under a figure. */
public record DrillLink(String path, Map<String, String> parameters) {
    static final String SALES = "/sales/shipments";
    static final String INCOME = "/income/settlements";

    private static final String EARNERS = "/households";

    /** Of all that was sold on some days. */
    public static DrillLink sales(Days days) {
        return new DrillLink(SALES, Map.of()).on(days);
    }

    /** Of all that was earned on some days. */
    public static DrillLink income(Days days) {
        return new DrillLink(INCOME, Map.of()).on(days);
    }

    /** Of all households that earned something on some days. */
    public static DrillLink earners(Days days) {
        return new DrillLink(EARNERS, Map.of()).on(days);
    }

    private DrillLink on(Days days) {
        return with("from", days.from()).with("to", days.to());
    }

    /** The same, narrowed; null narrows nothing. */
    public DrillLink with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value.toString());
        return new DrillLink(path, more);
    }

    public String address() {
        var address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
