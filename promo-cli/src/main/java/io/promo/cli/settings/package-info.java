/** The outside world, where the services are and who is asking: flag, environment, file, local stack, default. */
@NullMarked
package io.promo.cli.settings;

import org.jspecify.annotations.NullMarked;
