package linxi.events;

import java.util.regex.Pattern;

/** An identifier chosen by the caller: 1 to 64 of {@code A-Z a-z 0-9 . _ -}, the first a letter or digit. */
public sealed interface Id extends Comparable<Id>
        permits AgreementId, HouseholdKey, LotId, PartyId, ProductId, SettlementId, ShipmentId {
    Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    String value();

    static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if {@code text} is no id; callers check outside input with {@link #isValid} first */
    static String check(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an id: '" + text + "'");
        }
        return text;
    }

    /** Ids compare as ASCII strings, everywhere (H10 before H2): the order of every tie that the arithmetic breaks. */
    @Override
    default int compareTo(Id other) {
        return value().compareTo(other.value());
    }
}
