package linxi.allinone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;

/** Each service as a process of its own, as in production, on a store and a broker that the test runs. */
final class ServiceJvm {
    private ServiceJvm() {}

    static LinxiProcess commands(Path folder, EmbeddedMongo mongo, EmbeddedKafka kafka) {
        return start(folder, "linxi.command.web.CommandService", mongo, kafka.bootstrapServers());
    }

    static LinxiProcess queries(Path folder, EmbeddedMongo mongo, EmbeddedKafka kafka, LinxiProcess commands) {
        return queries(folder, mongo, kafka.bootstrapServers(), commands);
    }

    /** @param kafka addresses at which it may or may not be */
    static LinxiProcess queries(Path folder, EmbeddedMongo mongo, String kafka, LinxiProcess commands) {
        return start(folder, "linxi.query.web.QueryService", mongo, kafka, "--linxi.command-url=" + commands.url());
    }

    private static LinxiProcess start(Path folder, String main, EmbeddedMongo mongo, String kafka, String... more) {
        int port = LinxiProcess.freePort();
        var arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--linxi.access.login=false",
                "--linxi.mongo.uri=" + mongo.uri(),
                "--linxi.kafka.bootstrap-servers=" + kafka));
        arguments.addAll(List.of(more));
        var command = Jvm.service(256, main, arguments);
        return LinxiProcess.start(command, folder, port, Map.of("LANG", "en_US.UTF-8", "LINXI_LOG_FORMAT", "json"));
    }
}
