package io.promo.dispatch.partition;

import io.promo.events.Topic;
import io.promo.events.Topics;

/** The consumer group of all workers of an installation. */
public final class WorkerGroup {

    private WorkerGroup() {}

    /** Named after the topic, so that installations that share a broker do not share a group. */
    public static String id(Topics topics) {
        return topics.name(Topic.PROMOTION_DISPATCH) + ".worker";
    }
}
