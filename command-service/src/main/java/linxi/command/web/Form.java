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

    private final Fields fields;
    private final Instant now;

    private Form(Fields fields, Instant now) {
        this.fields = fields;
        this.now = now;
    }

    static Form of(ObjectNode fields, Instant now) {
        return new Form(Fields.of(fields), now);
    }

    /** @throws BadRequest with everything that is wrong, fields that nobody asked for included */
    void check() {
        fields.refuseUnknown();
        var errors = fields.errors();
        if (!errors.isEmpty()) {
            throw new BadRequest(errors);
        }
    }

    /** The paths of all fields that were asked for, so that a test can compare them with what is described. */
    Set<String> asked() {
        return fields.asked();
    }

    /** Whether the field is there and not null. */
    boolean has(String field) {
        return fields.has(field);
    }

    /** Whether the field is a list without items, where that is an answer too. */
    boolean hasNone(String field) {
        return fields.isEmptyList(field);
    }

    boolean flag(String field, boolean otherwise) {
        return has(field) ? fields.flag(field, otherwise) : otherwise;
    }

    /** The names of all fields, for objects that serve as maps; each counts as known. */
    List<String> names() {
        return fields.names();
    }

    /** Notes an error that only the caller could see. */
    void bad(Rule rule, String field, @Nullable Object value) {
        fields.bad(rule, field, value);
    }

    <T extends Id> T id(String field, Function<String, T> of) {
        var text = fields.string(field);
        if (text != null && !Id.isValid(text)) {
            bad(FormRule.NO_ID, field, text);
        }
        return of.apply(text != null && Id.isValid(text) ? text : PLACEHOLDER);
    }

    <T extends Id> List<T> ids(String field, int most, Function<String, T> of) {
        var found = new ArrayList<T>();
        var items = fields.items(field, most);
        for (int i = 0; i < items.size(); i++) {
            var name = field + "[" + i + "]";
            if (!items.get(i).isString()) {
                bad(FormRule.WRONG_JSON_TYPE, name, items.get(i));
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
        var text = fields.string(field);
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
        var text = fields.string(field);
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
        var text = fields.string(field);
        var day = text == null ? Optional.<LocalDate>empty() : TextRules.day(text);
        if (text != null && day.isEmpty()) {
            bad(FormRule.NO_DAY, field, text);
        }
        return day.orElse(LocalDate.EPOCH);
    }

    /** A time that has come, give or take the clocks. */
    Instant time(String field) {
        var text = fields.string(field);
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
        return fields.whole(field, least, most);
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
        var amount = quantity.fields.number("amount");
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

    /** An object in this one. */
    Form child(String field) {
        return new Form(fields.child(field), now);
    }

    /** A list of objects, at least one. */
    <T> List<T> lines(String field, int most, Function<Form, T> read) {
        var found = new ArrayList<T>();
        var items = fields.items(field, most);
        for (int i = 0; i < items.size(); i++) {
            var name = field + "[" + i + "]";
            if (items.get(i) instanceof ObjectNode object) {
                found.add(read.apply(new Form(fields.child(object, name), now)));
            } else {
                bad(FormRule.WRONG_JSON_TYPE, name, items.get(i));
            }
        }
        return found;
    }

    /** Refuses a list in which two items have the same key; {@code suffix} is the key's field, such as {@code .lot}. */
    <T, K> void once(String field, List<T> items, Function<T, K> key, String suffix) {
        var seen = new HashSet<K>();
        if (!fields.errors().isEmpty()) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(key.apply(items.get(i)))) {
                bad(FormRule.NAMED_TWICE, field + "[" + i + "]" + suffix, key.apply(items.get(i)));
            }
        }
    }
}
