package linxi.query.screen.scan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import linxi.events.Id;
import linxi.query.trace.TraceCode;
import linxi.query.trace.TraceCode.Kind;

/**
 * What a text may mean that came from a camera, a keyboard, or a scanner that types. Such a scanner types through whatever
 * the computer does with keys: with caps lock every letter comes in the other case, and where Chinese is typed the marks
 * come full-width.
 */
final class ScannedText {
    /** Nothing that we print is longer. */
    private static final int LONGEST = 1_000;

    private static final Pattern ADDRESS = Pattern.compile(
            "https?://(\\[[^\\]/]+\\]|[^/?#:@]+)(?::\\d{1,5})?(/[^?#]*)?(?:[?#].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE = Pattern.compile("/(t|shipments)/([^/]+)/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("([SLsl])\\.(.+)");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]+");

    private ScannedText() {}

    /**
     * The codes that may be meant, the likeliest first; none where it is nothing of ours.
     *
     * @param isOurs whether a host is this installation
     */
    static List<TraceCode> meant(String text, Predicate<String> isOurs) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        var plain = plain(text);
        var address = ADDRESS.matcher(plain);
        Set<TraceCode> meant = new LinkedHashSet<>();
        if (!address.matches()) {
            addCode(plain, meant);
            addNumber(plain, meant);
        } else if (isOurs.test(address.group(1)) && address.group(2) != null) {
            var page = PAGE.matcher(address.group(2));
            if (page.matches() && page.group(1).equalsIgnoreCase("t")) {
                addCode(page.group(2), meant);
            } else if (page.matches()) {
                cases(page.group(2)).forEach(id -> add(Kind.SHIPMENT, id, meant));
            }
        }
        return List.copyOf(meant);
    }

    /** For people to see what was scanned: short, and with nothing in it that a page could not show as it is. */
    static String shown(String text) {
        int most = 120;
        var seen = UNSEEN.matcher(text).replaceAll(" ").strip();
        return seen.length() <= most
                ? seen
                : seen.substring(0, seen.offsetByCodePoints(0, seen.codePointCount(0, most) - 1)) + "…";
    }

    private static String plain(String text) {
        var marks = text.replace('。', '.').replace('、', '/').replace("——", "_");
        return UNSEEN.matcher(Normalizer.normalize(marks, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
    }

    private static void addCode(String text, Set<TraceCode> meant) {
        var code = CODE.matcher(text);
        if (!code.matches()) {
            return;
        }
        var kind = code.group(1).equalsIgnoreCase("S") ? Kind.SHIPMENT : Kind.LOT;
        var cases = cases(code.group(2));
        if (Character.isLowerCase(code.group(1).charAt(0))) {
            // No label begins like that: the case of all of it was changed on the way.
            cases.add(cases.removeFirst());
        }
        cases.forEach(id -> add(kind, id, meant));
    }

    /** A number of its own; one that looks like a code as it stands only, for it is hardly meant. */
    private static void addNumber(String text, Set<TraceCode> meant) {
        var numbers = CODE.matcher(text).matches() ? List.of(text) : cases(text);
        numbers.forEach(id -> List.of(Kind.SHIPMENT, Kind.LOT).forEach(kind -> add(kind, id, meant)));
    }

    private static void add(Kind kind, String id, Set<TraceCode> meant) {
        if (Id.isValid(id)) {
            meant.add(new TraceCode(kind, id));
        }
    }

    /** As it is, then as it may have been. */
    private static List<String> cases(String id) {
        var swapped = new StringBuilder();
        id.chars()
                .forEach(it -> swapped.append(
                        (char) (Character.isUpperCase(it) ? Character.toLowerCase(it) : Character.toUpperCase(it))));
        return new ArrayList<>(new LinkedHashSet<>(
                List.of(id, swapped.toString(), id.toUpperCase(Locale.ROOT), id.toLowerCase(Locale.ROOT))));
    }
}
