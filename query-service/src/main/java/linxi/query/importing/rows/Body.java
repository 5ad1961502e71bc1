package linxi.query.importing.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linxi.events.BusinessDay;
import linxi.events.wire.EventJson;
import linxi.query.importing.Errand;
import org.jspecify.annotations.Nullable;

/** The body of a command, always written the same way; what is null is left out. */
final class Body {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    Body with(String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value);
        }
        return this;
    }

    Body withTime(String field, @Nullable Instant at) {
        return with(field, at == null ? null : written(at));
    }

    /** @param unit of both: without it there is none */
    Body withQuantity(String field, @Nullable BigDecimal amount, @Nullable String unit) {
        return with(field, amount == null || unit == null ? null : quantity(amount, unit));
    }

    static Map<String, Object> quantity(BigDecimal amount, String unit) {
        var quantity = new LinkedHashMap<String, Object>();
        quantity.put("amount", amount);
        quantity.put("unit", unit);
        return quantity;
    }

    /** Of rows that were put into an order which does not depend on that of the file. */
    Body withLines(String field, Collection<Line> lines) {
        var items = new ArrayList<Map<String, Object>>();
        for (var line : lines) {
            places.put(field + "[" + items.size() + "]", line.row());
            items.add(line.body().fields);
        }
        return items.isEmpty() ? this : with(field, items);
    }

    /** One of several, and the row that it stands in. */
    record Line(int row, String name, Body body) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return name.compareTo(other.name);
        }
    }

    Body at(String place, int row) {
        places.put(place, row);
        return this;
    }

    String json() {
        return EventJson.mapper().writeValueAsString(fields);
    }

    Errand sent(String party, String path) {
        return Errand.of(party, path, json(), places);
    }

    /** A name that is the same whenever the content is. */
    String name(String party) {
        return Errand.hash(party + "\n" + json()).substring(0, 16);
    }

    static String written(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(BusinessDay.ZONE));
    }

    static List<Line> sorted(List<Line> lines) {
        return lines.stream().sorted().toList();
    }
}
