package linxi.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import linxi.events.Id;
import org.jspecify.annotations.Nullable;

/** The parameters of one query, read strictly: what is unknown, repeated or malformed is refused, never ignored. */
public final class Asked {
    /** Of every query; judged before the query is. */
    public static final String AT_LEAST = "atLeast";

    private static final int MOST = 500;
    private static final int USUAL = 50;
    private static final int LONGEST = 100;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final Map<String, String> left = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /** @throws Refused where a parameter stands twice */
    public Asked(Map<String, String[]> parameters) {
        parameters.forEach((name, values) -> {
            if (values.length != 1) {
                throw new Refused(QueryRule.REPEATED_PARAMETER, name, String.join(",", values));
            }
            left.put(name, values[0]);
        });
        var _ = take(AT_LEAST);
    }

    /** The names of all parameters that were looked for, so that a test can compare them with what is described. */
    public Set<String> known() {
        return Set.copyOf(known);
    }

    private @Nullable String take(String name) {
        known.add(name);
        return left.remove(name);
    }

    public <T extends Id> @Nullable T id(String name, Function<String, T> of) {
        var text = take(name);
        if (text == null) {
            return null;
        }
        if (!Id.isValid(text)) {
            throw new Refused(QueryRule.BAD_VALUE, name, text);
        }
        return of.apply(text);
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> of) {
        var text = take(name);
        return text == null ? null : constant(name, text, of);
    }

    /** Any text of at most {@value #LONGEST} characters, none of them a control. */
    public @Nullable String text(String name) {
        var text = take(name);
        if (text != null && (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            throw new Refused(QueryRule.BAD_VALUE, name, text);
        }
        return text;
    }

    /** @return null where it is not asked for */
    public @Nullable Boolean flag(String name) {
        var text = take(name);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refused(QueryRule.BAD_VALUE, name, text);
        };
    }

    /**
     * A whole number from {@code least}.
     *
     * @return null where it is not asked for
     */
    public @Nullable Long whole(String name, long least) {
        var text = take(name);
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches() || Long.parseLong(text) < least) {
            throw new Refused(QueryRule.BAD_VALUE, name, text);
        }
        return Long.parseLong(text);
    }

    /**
     * Text of a given form.
     *
     * @return null where it is not asked for
     */
    public @Nullable String text(String name, Pattern form) {
        var text = take(name);
        if (text != null && !form.matcher(text).matches()) {
            throw new Refused(QueryRule.BAD_VALUE, name, text);
        }
        return text;
    }

    /** A whole number within bounds, both included. */
    public int number(String name, int usual, int least, int most) {
        var text = take(name);
        if (text == null) {
            return usual;
        }
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new Refused(QueryRule.BAD_VALUE, name, text);
        }
        return number;
    }

    /** {@code from} and {@code to}. */
    public Days days() {
        return new Days(day("from"), day("to"));
    }

    /** One day. */
    public @Nullable LocalDate day(String name) {
        var text = take(name);
        if (text == null) {
            return null;
        }
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noSuchDay) {
            throw new Refused(QueryRule.BAD_VALUE, name, text);
        }
        throw new Refused(QueryRule.BAD_VALUE, name, text);
    }

    /** {@code groupBy}: constants of {@code of} in lower case, separated by commas, each once. */
    public <E extends Enum<E>> List<E> groupBy(Class<E> of) {
        var text = take("groupBy");
        if (text == null) {
            return List.of();
        }
        var found = new ArrayList<E>();
        for (var name : text.split(",", -1)) {
            if (!name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
                throw new Refused(QueryRule.BAD_VALUE, "groupBy", text);
            }
            var one = constant("groupBy", name.toUpperCase(java.util.Locale.ROOT), of);
            if (found.contains(one)) {
                throw new Refused(QueryRule.BAD_VALUE, "groupBy", text);
            }
            found.add(one);
        }
        return List.copyOf(found);
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> of) {
        for (var constant : of.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new Refused(QueryRule.BAD_VALUE, name, text);
    }

    /** How many at most, 1 to 500. */
    public int limit() {
        var text = take("limit");
        if (text == null) {
            return USUAL;
        }
        int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new Refused(QueryRule.BAD_LIMIT, "limit", text);
        }
        return limit;
    }

    /** The cursor of the page before; null for the first page. */
    public @Nullable String after() {
        return take("after");
    }

    /** @throws Refused where something was asked that nobody read */
    public void nothingElse() {
        if (!left.isEmpty()) {
            var name = left.keySet().stream().sorted().findFirst().orElseThrow();
            throw new Refused(QueryRule.UNKNOWN_PARAMETER, name, left.get(name));
        }
    }
}
