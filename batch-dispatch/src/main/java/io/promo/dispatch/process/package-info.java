/** The registry of live processes: who runs, who beats, who is dead. */
@NullMarked
package io.promo.dispatch.process;

import org.jspecify.annotations.NullMarked;
