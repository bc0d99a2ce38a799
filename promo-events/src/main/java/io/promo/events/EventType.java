package io.promo.events;

import io.promo.events.customer.CustomerForgotten;
import io.promo.events.customer.PreferenceChanged;
import io.promo.events.customer.UnsubscriptionImported;
import io.promo.events.dispatch.RunEnded;
import io.promo.events.promotion.PromotionChanged;
import io.promo.events.promotion.TestSendRequested;
import java.util.List;

/**
 * A kind of event: its name on the wire, its payload, the version of its contract and the topic it travels on.
 *
 * @param name the value of {@link Envelope#eventType()}; also the folder of its frozen contracts
 * @param payloadType the payload's record
 * @param schemaVersion the version written by this build, from 1
 * @param topic where it travels
 */
public record EventType<T>(String name, Class<T> payloadType, int schemaVersion, Topic topic) {

    public static final EventType<PromotionChanged> PROMOTION_CHANGED =
            new EventType<>("PromotionChanged", PromotionChanged.class, 1, Topic.PROMOTION_EVENTS);
    public static final EventType<TestSendRequested> TEST_SEND_REQUESTED =
            new EventType<>("TestSendRequested", TestSendRequested.class, 1, Topic.PROMOTION_TESTS);
    public static final EventType<RunEnded> RUN_ENDED =
            new EventType<>("RunEnded", RunEnded.class, 1, Topic.PROMOTION_DISPATCHED);
    public static final EventType<PreferenceChanged> PREFERENCE_CHANGED =
            new EventType<>("PreferenceChanged", PreferenceChanged.class, 2, Topic.CUSTOMER_EVENTS);
    public static final EventType<CustomerForgotten> CUSTOMER_FORGOTTEN =
            new EventType<>("CustomerForgotten", CustomerForgotten.class, 1, Topic.CUSTOMER_EVENTS);
    public static final EventType<UnsubscriptionImported> UNSUBSCRIPTION_IMPORTED =
            new EventType<>("UnsubscriptionImported", UnsubscriptionImported.class, 1, Topic.CUSTOMER_EVENTS);

    /** Every event type there is. */
    public static final List<EventType<?>> ALL = List.of(
            PROMOTION_CHANGED,
            TEST_SEND_REQUESTED,
            RUN_ENDED,
            PREFERENCE_CHANGED,
            CUSTOMER_FORGOTTEN,
            UNSUBSCRIPTION_IMPORTED);
}
