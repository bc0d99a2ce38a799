package io.promo.dispatch.process;

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
    ProcessIdentity self(Environment environment) {
        String role = environment.acceptsProfiles(Profiles.of("worker")) ? "WORKER" : "MANAGER";
        return new ProcessIdentity(
                UUID.randomUUID(), role, hostName(), ProcessHandle.current().pid());
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
