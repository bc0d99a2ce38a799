package io.promo.dispatch.process;

import io.promo.dispatch.DispatchSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

    @Bean
    ProcessIdentity self(Environment environment, DispatchSettings settings) {
        boolean worker = environment.acceptsProfiles(Profiles.of("worker"));
        return new ProcessIdentity(
                UUID.randomUUID(),
                worker ? "WORKER" : "MANAGER",
                hostName(),
                ProcessHandle.current().pid(),
                worker ? settings.workerThreads() : 0);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A machine without a name still has to show up in the list of workers.
            return "unknown";
        }
    }
}
