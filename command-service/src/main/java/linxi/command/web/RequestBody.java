package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import linxi.edge.http.BodyRoom;

/** The bytes of a body, if they are said to be JSON and are not too many. */
final class RequestBody {
    private static final Pattern JSON = Pattern.compile("application/json(\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?\\s*");

    private RequestBody() {}

    /** @throws BadRequest for another content type or more than {@code most} bytes */
    static byte[] read(HttpServletRequest http, BodyRoom room, int most) {
        var type = http.getContentType();
        if (type != null && !JSON.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
            throw new BadRequest(HttpRule.WRONG_CONTENT_TYPE, "Content-Type", type);
        }
        return room.read(http, most);
    }
}
