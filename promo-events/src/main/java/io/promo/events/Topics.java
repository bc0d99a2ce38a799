package io.promo.events;

import org.springframework.core.env.Environment;

/**
 * The names of the topics in this installation: {@code promo.kafka.topics.<default name>} where set, else the default
 * name, in either case after {@code promo.kafka.topic-prefix}.
 */
public final class Topics {

    private final Environment environment;
    private final String prefix;

    /**
     * Reads the names from an environment.
     *
     * @param environment holds {@code promo.kafka.*}, as far as it is set
     */
    public Topics(Environment environment) {
        this.environment = environment;
        this.prefix = environment.getProperty("promo.kafka.topic-prefix", "");
    }

    /** What to send to or to listen on. */
    public String name(Topic topic) {
        return prefix + environment.getProperty("promo.kafka.topics." + topic.defaultName(), topic.defaultName());
    }

    /** The same by the constant's name, for annotations: {@code "#{@topics.name('PROMOTION_EVENTS')}"}. */
    public String name(String topic) {
        return name(Topic.valueOf(topic));
    }
}
