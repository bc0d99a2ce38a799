/** How a command ends otherwise than well: what, what to do next, and the exit code. */
@NullMarked
package io.promo.cli.failure;

import org.jspecify.annotations.NullMarked;
