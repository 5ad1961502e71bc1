package linxi.query.web;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import linxi.embedded.EmbeddedMongo;
import org.springframework.context.ConfigurableApplicationContext;

/** A query service without logins, beside a server that stands for the command service and answers as a test says. */
final class BesideCommands implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer commands;
    private final EmbeddedMongo mongo;
    private final ConfigurableApplicationContext service;

    /** @param answers by the beginning of the path */
    BesideCommands(Map<String, HttpHandler> answers) throws IOException {
        commands = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        commands.setExecutor(threads);
        answers.forEach(commands::createContext);
        commands.start();
        mongo = EmbeddedMongo.inMemory();
        service = QueryService.application()
                .run(
                        "--server.port=0",
                        "--linxi.access.login=false",
                        "--server.address=127.0.0.1",
                        "--linxi.mongo.uri=" + mongo.uri(),
                        "--linxi.kafka.bootstrap-servers=127.0.0.1:1",
                        "--linxi.command-url=http://127.0.0.1:"
                                + commands.getAddress().getPort());
    }

    ConfigurableApplicationContext context() {
        return service;
    }

    WebClient web() {
        return WebClient.of(service);
    }

    @Override
    public void close() {
        service.close();
        mongo.close();
        commands.stop(0);
        threads.shutdownNow();
    }

    int port() {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
