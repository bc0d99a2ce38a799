package io.promo.stack;

import io.promo.stack.process.Launch;
import java.io.IOException;
import java.util.Map;

/** A component with more variables in its environment. */
record WithEnvironment(Component component, Map<String, String> environment) implements Component {

    @Override
    public String name() {
        return component.name();
    }

    @Override
    public ProcessRole role() {
        return component.role();
    }

    @Override
    public int port() {
        return component.port();
    }

    @Override
    public String url() {
        return component.url();
    }

    @Override
    public Launch prepare() throws IOException, InterruptedException {
        Launch launch = component.prepare();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            launch = launch.with(variable.getKey(), variable.getValue());
        }
        return launch;
    }

    @Override
    public boolean healthy() {
        return component.healthy();
    }

    @Override
    public void complete() throws IOException, InterruptedException {
        component.complete();
    }
}
