package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.Test;

/** The registers on the first day: the way begins with the administrator's own organisation. */
class EmptyRegistersIT {
    @Test
    void leadToTheFirstParty() {
        try (var mongo = EmbeddedMongo.inMemory();
                var service = QueryService.application()
                        .run(
                                "--server.port=0",
                                "--linxi.access.announce=false",
                                "--linxi.mongo.uri=" + mongo.uri(),
                                "--linxi.kafka.bootstrap-servers=127.0.0.1:1",
                                "--linxi.command-url=http://127.0.0.1:1")) {
            var web = WebClient.of(service);
            var key = service.getBean(ApiKeys.class).make("first", Role.ADMIN, null);
            assertThat(page(web, key, "parties"))
                    .contains("第一个登记的是您自己的单位", "data-register=\"/api/parties\"", "data-register-first=\"yes\"")
                    .doesNotContain("您的账户没有填单位");
            assertThat(page(web, key, "products"))
                    .contains("还没有产品", "请先登记您自己的单位", "href=\"/registers/parties\"")
                    .doesNotContain("data-register=");
            assertThat(page(web, key, "households")).contains("还没有农户", "请先登记您自己的单位");
        }
    }

    private static String page(WebClient web, String key, String register) {
        var answer =
                web.send("GET", "/registers/" + register, "Authorization", "Bearer " + key, "Accept-Language", "zh-CN");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
