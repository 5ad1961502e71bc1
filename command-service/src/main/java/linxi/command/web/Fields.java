package linxi.command.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import linxi.command.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one JSON object of a form by their JSON types, and the errors of the whole form. */
final class Fields {
    /** More digits than any number that makes sense here, and few enough to reckon with. */
    private static final int DIGITS = 40;
    /** Enough to be useful, few enough to answer with. */
    private static final int MOST_ERRORS = 100;

    private final ObjectNode fields;
    private final String path;
    private final List<FormError> errors;
    private final Set<String> asked = new HashSet<>();
    private final List<Fields> children = new ArrayList<>();

    private Fields(ObjectNode fields, String path, List<FormError> errors) {
        this.fields = fields;
        this.path = path;
        this.errors = errors;
    }

    static Fields of(ObjectNode fields) {
        return new Fields(fields, "", new ArrayList<>());
    }

    /** The paths of all fields that were asked for, such as {@code lines[0].lot}. */
    Set<String> asked() {
        var found = new TreeSet<String>();
        asked.forEach(name -> found.add(at(name)));
        children.forEach(child -> found.addAll(child.asked()));
        return found;
    }

    /** Every error so far, fields that nobody asked for included. */
    List<FormError> errors() {
        return List.copyOf(errors);
    }

    void refuseUnknown() {
        for (var name : fields.propertyNames()) {
            if (!asked.contains(name)) {
                bad(FormRule.FIELD_UNKNOWN, name, null);
            }
        }
        children.forEach(Fields::refuseUnknown);
    }

    void bad(Rule rule, String field, @Nullable Object value) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(FormError.of(rule, at(field), value));
        }
    }

    boolean has(String field) {
        asked.add(field);
        return fields.hasNonNull(field);
    }

    boolean isEmptyList(String field) {
        return has(field) && fields.get(field).isArray() && fields.get(field).isEmpty();
    }

    boolean flag(String field, boolean otherwise) {
        var node = need(field);
        if (node != null && !node.isBoolean()) {
            bad(FormRule.WRONG_JSON_TYPE, field, node);
            return otherwise;
        }
        return node == null ? otherwise : node.booleanValue();
    }

    List<String> names() {
        asked.addAll(fields.propertyNames());
        return List.copyOf(fields.propertyNames());
    }

    @Nullable
    String string(String field) {
        var node = need(field);
        if (node != null && !node.isString()) {
            bad(FormRule.WRONG_JSON_TYPE, field, node);
            return null;
        }
        return node == null ? null : node.stringValue();
    }

    @Nullable
    BigDecimal number(String field) {
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

    /** Within bounds, both included; the least where it is in error. */
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

    /** An object in this one; reads as one without fields where it is in error. */
    Fields child(String field) {
        var node = need(field);
        if (node instanceof ObjectNode object) {
            return child(object, field);
        }
        if (node != null) {
            bad(FormRule.WRONG_JSON_TYPE, field, node);
        }
        // Its fields are missing because it is: one error is enough.
        return new Fields(JsonNodeFactory.instance.objectNode(), at(field), new ArrayList<>());
    }

    Fields child(ObjectNode object, String field) {
        var child = new Fields(object, at(field), errors);
        children.add(child);
        return child;
    }

    /** At least one and at most {@code most}; none where that is in error. */
    List<JsonNode> items(String field, int most) {
        var node = need(field);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            bad(FormRule.WRONG_JSON_TYPE, field, node);
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
