package linxi.command.axon;

import java.util.concurrent.atomic.AtomicReference;
import linxi.command.store.Recorded;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** What Axon is told beside its defaults. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    /** Every command answers with the positions of its commit, which are known only after its handler is done. */
    @Autowired
    void answerWithPositions(CommandBus bus) {
        var _ = bus.registerHandlerInterceptor(AxonConfiguration::awaitRecorded);
    }

    private static Object awaitRecorded(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var recorded = new AtomicReference<@Nullable Recorded>();
        work.resources().put(LogStorageEngine.RECORDED, recorded);
        var _ = chain.proceed();
        return recorded;
    }
}
