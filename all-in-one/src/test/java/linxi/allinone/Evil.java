package linxi.allinone;

import java.util.List;

/** What has broken other programs before. */
final class Evil {
    /** For string fields. */
    static final List<String> TEXTS = List.of(
            "$gt",
            "{\"$ne\":null}",
            "{\"$where\":\"sleep(9999)\"}",
            "a.b.$c",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%2e%2e%2f",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "{0}{1}",
            "'{0,number",
            "\u0000",
            "\uFEFF",
            "\u202Eevil",
            "身份证110101199003078515",
            "13812345678",
            "");

    /** For string fields, as they stand in JSON. */
    static final List<String> OBJECTS = List.of("{\"$ne\":null}", "{\"$gt\":\"\"}", "[\"$gt\"]");

    /** For objects. */
    static final List<String> KEYS = List.of("$gt", "$where", "a.b.$c", "_id", "");

    /** For number fields, as they stand in JSON. */
    static final List<String> NUMBERS = List.of(
            "1e400",
            "-1e400",
            "9223372036854775808",
            "9007199254740993",
            "-1",
            "0",
            "0.1",
            "1e-400",
            "NaN",
            "1e999999999");

    /** Instead of a body. */
    static final List<String> WHOLE = List.of(
            "", "null", "[]", "\"x\"", "{", "{\"id\":\"a\",\"id\":\"b\"}", "{\"id\":\"\\ud800\"}", "{}{}", "\uFEFF{}");

    /** In paths. */
    static final List<String> IDS = List.of(
            "x1",
            "dakang",
            "..",
            "%2e%2e",
            "%2e%2e%2factuator",
            "a;b=c",
            "a%2Fb",
            "a%00b",
            "%zz",
            "$gt",
            "%7B%22$ne%22:null%7D",
            "%E8%A5%BF",
            "%ff%fe",
            "a%0d%0aX-Evil:%201",
            "%252e%252e");

    /** Of query parameters. */
    static final List<String> VALUES = List.of(
            "",
            "%00",
            "-1",
            "99999999999999999999",
            "1e9",
            "%24gt",
            "%7B%22$ne%22:1%7D",
            "2020-02-30",
            "aSAqKg",
            "dCAxIDI",
            "%ff",
            "%zz",
            "true",
            "a,b,,",
            "product,product",
            "9223372036854775807");

    /** That no path has, or not with a body. */
    static final List<String> METHODS = List.of("PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW");

    private Evil() {}
}
