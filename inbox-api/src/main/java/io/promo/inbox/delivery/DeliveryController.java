package io.promo.inbox.delivery;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who got what, for operators. */
@RestController
class DeliveryController {

    private final Deliveries deliveries;

    DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The list of deliveries, newest first. */
    record DeliveryList(List<Delivery> items) {}

    @GetMapping("/admin/deliveries")
    @Operation(summary = "What one customer was sent of one event, newest first; as far back as messages are kept")
    DeliveryList deliveries(@RequestParam UUID user, @RequestParam UUID event) {
        return new DeliveryList(deliveries.of(user, event));
    }
}
