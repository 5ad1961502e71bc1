package linxi.query.list;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import linxi.events.BusinessDay;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.mongo.View;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists by business time, newest first, then by position: of documents with {@code at} and {@code position}. */
public final class NewestFirst {
    /** Where a document stands in the list. */
    public record Place(Instant at, long position) {}

    private final int limit;
    private final @Nullable Place after;

    private NewestFirst(int limit, @Nullable Place after) {
        this.limit = limit;
        this.after = after;
    }

    /** @throws linxi.query.Refused where limit or cursor is none */
    public static NewestFirst of(Asked asked) {
        var cursor = asked.after();
        return new NewestFirst(asked.limit(), cursor == null ? null : read(cursor));
    }

    /** Pages of so many, whatever page is asked for. */
    public static NewestFirst of(Asked asked, int limit) {
        var cursor = asked.after();
        return new NewestFirst(limit, cursor == null ? null : read(cursor));
    }

    /** The newest. */
    public static NewestFirst first(int limit) {
        return new NewestFirst(limit, null);
    }

    /** Selects by the days of {@code at}. */
    public static List<Bson> on(Days days) {
        var filters = new ArrayList<Bson>();
        if (days.from() != null) {
            filters.add(Filters.gte("at", beginning(days.from())));
        }
        if (days.to() != null) {
            filters.add(Filters.lt("at", beginning(days.to().plusDays(1))));
        }
        return filters;
    }

    private static String beginning(LocalDate day) {
        return View.time(day.atStartOfDay(BusinessDay.ZONE).toInstant());
    }

    public <D> Page<D> page(View<D> view, List<Bson> filters, Function<? super D, Place> place) {
        var all = new ArrayList<>(filters);
        if (after != null) {
            var at = View.time(after.at());
            all.add(Filters.or(
                    Filters.lt("at", at), Filters.and(Filters.eq("at", at), Filters.lt("position", after.position()))));
        }
        var filter = all.isEmpty() ? Filters.empty() : Filters.and(all);
        var found = view.find(filter, Sorts.descending("at", "position"), limit + 1);
        return Page.of(found, limit, last -> write(place.apply(last)));
    }

    private static String write(Place place) {
        return Cursor.write("t " + place.at() + " " + place.position());
    }

    private static Place read(String cursor) {
        var parts = Cursor.read(cursor).split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("t")) {
            throw Cursor.bad(cursor);
        }
        try {
            return new Place(Instant.parse(parts[1]), Long.parseLong(parts[2]));
        } catch (DateTimeException | NumberFormatException e) {
            throw Cursor.bad(cursor);
        }
    }
}
