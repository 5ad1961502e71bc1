package linxi.command.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import linxi.command.Moment;
import linxi.command.Rule;
import linxi.command.product.AmountRule;
import linxi.command.product.Quoted;
import linxi.events.Entered;
import linxi.events.Id;
import linxi.events.Name;
import linxi.events.Quantity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a JSON object and collects every error instead of stopping at the first. A field in error reads
 * as a placeholder, so that reading can go on; nothing read may be used before {@link #check} has passed.
 */
final class Form {
    static final int NAME = 200;
    static final int TEXT = 500;

    private static final String PLACEHOLDER = "x";
    private static final int AHEAD_MINUTES = 5;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Quantity.MAX);
    private static final int DIGITS = 40;

    private final ObjectNode fields;
    private final String path;
    private final Instant now;
    private final List<FormError> errors;
    private final Set<String> asked = new HashSet<>();
    private final List<Form> children = new ArrayList<>();

    private Form(ObjectNode fields, String path, Instant now, List<FormError> errors) {
        this.fields = fields;
        this.path = path;
        this.now = now;
        this.errors = errors;
    }

    static Form of(ObjectNode fields, Instant now) {
        return new Form(fields, "", now, new ArrayList<>());
    }

    /** @throws BadRequest with everything that is wrong, fields that nobody asked for included */
    void check() {
        refuseUnknown();
        if (!errors.isEmpty()) {
            throw new BadRequest(errors);
        }
    }

    private void refuseUnknown() {
        for (var name : fields.propertyNames()) {
            if (!asked.contains(name)) {
                bad(FormRule.FIELD_UNKNOWN, name, null);
            }
        }
        children.forEach(Form::refuseUnknown);
    }

    /** Whether the field is there and not null. */
    boolean has(String field) {
        asked.add(field);
        return fields.hasNonNull(field);
    }

    /** Whether the field is a list without items, where that is an answer too. */
    boolean hasNone(String field) {
        return has(field) && fields.get(field) instanceof ArrayNode list && list.isEmpty();
    }

    boolean flag(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (!fields.get(field).isBoolean()) {
            bad(FormRule.WRONG_JSON_TYPE, field, fields.get(field));
            return otherwise;
        }
        return fields.get(field).booleanValue();
    }

    /** The names of all fields, for objects that serve as maps; each counts as known. */
    List<String> names() {
        asked.addAll(fields.propertyNames());
        return List.copyOf(fields.propertyNames());
    }

    /** Notes an error that only the caller could see. */
    void bad(Rule rule, String field, @Nullable Object value) {
        errors.add(FormError.of(rule, at(field), value));
    }

    <T extends Id> T id(String field, Function<String, T> of) {
        var text = string(field);
        if (text != null && !Id.isValid(text)) {
            bad(FormRule.NO_ID, field, text);
        }
        return of.apply(text != null && Id.isValid(text) ? text : PLACEHOLDER);
    }

    <T extends Id> List<T> ids(String field, int most, Function<String, T> of) {
        var found = new ArrayList<T>();
        var items = items(field, most);
        for (int i = 0; i < items.size(); i++) {
            var name = field + "[" + i + "]";
            if (!items.get(i).isString()) {
                bad(FormRule.WRONG_JSON_TYPE, name, null);
            } else if (!Id.isValid(items.get(i).stringValue())) {
                bad(FormRule.NO_ID, name, items.get(i).stringValue());
            } else {
                found.add(of.apply(items.get(i).stringValue()));
            }
        }
        once(field, found, Function.identity(), "");
        return found;
    }

    <E extends Enum<E>> E choice(String field, Class<E> values) {
        var text = string(field);
        for (var value : values.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        if (text != null) {
            bad(FormRule.VALUE_UNKNOWN, field, text);
        }
        return values.getEnumConstants()[0];
    }

    /** What people call a thing: {@code {zh, en?}}. */
    Name name(String field) {
        var name = child(field);
        return new Name(name.text("zh", NAME), name.has("en") ? name.text("en", NAME) : null);
    }

    /** A line of text that names something. */
    String text(String field, int longest) {
        var text = string(field);
        if (text == null) {
            return PLACEHOLDER;
        }
        if (text.isBlank()) {
            bad(FormRule.TEXT_EMPTY, field, text);
        } else if (text.length() > longest) {
            bad(FormRule.TEXT_TOO_LONG, field, text);
        } else if (TextRules.hasBadCharacter(text)) {
            bad(FormRule.BAD_CHARACTER, field, null);
        }
        return text;
    }

    /** What people write of their own accord: nobody's number may stand in it, and none is given back. */
    String freeText(String field) {
        var text = text(field, TEXT);
        if (TextRules.isPersonal(text)) {
            bad(FormRule.PERSONAL_DATA, field, null);
        }
        return text;
    }

    LocalDate day(String field) {
        var text = string(field);
        var day = text == null ? Optional.<LocalDate>empty() : TextRules.day(text);
        if (text != null && day.isEmpty()) {
            bad(FormRule.NO_DAY, field, text);
        }
        return day.orElse(LocalDate.EPOCH);
    }

    /** A time that has come, give or take the clocks. */
    Instant time(String field) {
        var text = string(field);
        if (text == null) {
            return now;
        }
        var time = TextRules.time(text);
        if (time.isEmpty()) {
            bad(TextRules.isZoneless(text) ? FormRule.TIME_WITHOUT_ZONE : FormRule.NO_TIME, field, text);
        } else if (time.get().isAfter(now.plus(AHEAD_MINUTES, ChronoUnit.MINUTES))) {
            bad(FormRule.TIME_IN_FUTURE, field, text);
        }
        return time.orElse(now);
    }

    /** The business time of the command: the field {@code at}, or the server's clock. */
    Moment at() {
        return has("at") ? Moment.stated(time("at")) : Moment.clock(now);
    }

    /** A whole number within bounds, both included. */
    long whole(String field, long least, long most) {
        var number = number(field);
        if (number == null) {
            return least;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            bad(FormRule.NOT_WHOLE, field, number);
        } else if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
            bad(
                    least == 1 ? FormRule.NOT_POSITIVE : least == 0 ? FormRule.NEGATIVE : FormRule.NUMBER_OUT_OF_RANGE,
                    field,
                    number);
        } else if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
            bad(FormRule.NUMBER_OUT_OF_RANGE, field, number);
        } else {
            return number.longValueExact();
        }
        return least;
    }

    /** {@code {amount, unit}}, more than 0; the product says later what it comes to. */
    Entered quantity(String field) {
        return quantity(field, amount -> amount.signum() > 0);
    }

    /** The same, where 0 is allowed. */
    Entered quantityOrZero(String field) {
        return quantity(field, amount -> amount.signum() >= 0);
    }

    private Entered quantity(String field, Predicate<BigDecimal> allowed) {
        var quantity = child(field);
        var amount = quantity.number("amount");
        if (amount != null && !allowed.test(amount)) {
            quantity.bad(amount.signum() == 0 ? AmountRule.ZERO_AMOUNT : AmountRule.NEGATIVE_AMOUNT, "amount", amount);
        } else if (amount != null && amount.compareTo(LARGEST) > 0) {
            quantity.bad(AmountRule.AMOUNT_TOO_LARGE, "amount", amount);
        }
        return new Entered(amount == null ? BigDecimal.ONE : amount, quantity.text("unit", NAME));
    }

    /** {@code {fen, per}}, more than 0; the product says later what {@code per} contains. */
    Quoted price(String field) {
        var price = child(field);
        return new Quoted(price.whole("fen", 1, 1_000_000_000_000L), price.text("per", NAME));
    }

    /** An object in this one; reads as one without fields where it is in error. */
    Form child(String field) {
        var node = need(field);
        if (node instanceof ObjectNode object) {
            return child(object, at(field));
        }
        if (node != null) {
            bad(FormRule.WRONG_JSON_TYPE, field, null);
        }
        // Its fields are missing because it is: one error is enough.
        return new Form(JsonNodeFactory.instance.objectNode(), at(field), now, new ArrayList<>());
    }

    private Form child(ObjectNode object, String at) {
        var child = new Form(object, at, now, errors);
        children.add(child);
        return child;
    }

    /** A list of objects, at least one. */
    <T> List<T> lines(String field, int most, Function<Form, T> read) {
        var found = new ArrayList<T>();
        var items = items(field, most);
        for (int i = 0; i < items.size(); i++) {
            var name = field + "[" + i + "]";
            if (items.get(i) instanceof ObjectNode object) {
                found.add(read.apply(child(object, at(name))));
            } else {
                bad(FormRule.WRONG_JSON_TYPE, name, null);
            }
        }
        return found;
    }

    /** Refuses a list in which two items have the same key; {@code suffix} is the key's field, such as {@code .lot}. */
    <T, K> void once(String field, List<T> items, Function<T, K> key, String suffix) {
        var seen = new HashSet<K>();
        if (!errors.isEmpty()) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(key.apply(items.get(i)))) {
                bad(FormRule.NAMED_TWICE, field + "[" + i + "]" + suffix, key.apply(items.get(i)));
            }
        }
    }

    private List<JsonNode> items(String field, int most) {
        var node = need(field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            bad(FormRule.WRONG_JSON_TYPE, field, null);
            return List.of();
        }
        if (node.isEmpty()) {
            bad(FormRule.LIST_EMPTY, field, null);
        }
        if (node.size() > most) {
            bad(FormRule.TOO_LARGE, field, node.size());
            return List.of();
        }
        return List.copyOf(node.values());
    }

    private @Nullable String string(String field) {
        var node = need(field);
        if (node != null && !node.isString()) {
            bad(FormRule.WRONG_JSON_TYPE, field, node);
            return null;
        }
        return node == null ? null : node.stringValue();
    }

    private @Nullable BigDecimal number(String field) {
        var node = need(field);
        if (node == null) {
            return null;
        }
        if (!node.isNumber()) {
            bad(FormRule.WRONG_JSON_TYPE, field, node);
            return null;
        }
        var number = node.decimalValue();
        if (number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS) {
            bad(FormRule.NUMBER_OUT_OF_RANGE, field, number);
            return null;
        }
        return number;
    }

    private @Nullable JsonNode need(String field) {
        if (has(field)) {
            return fields.get(field);
        }
        bad(FormRule.FIELD_MISSING, field, null);
        return null;
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
