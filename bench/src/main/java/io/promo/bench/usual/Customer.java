package io.promo.bench.usual;

import java.util.UUID;

/** An item read. */
record Customer(UUID userId, String displayName) {}
