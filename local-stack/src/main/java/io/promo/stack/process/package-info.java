/** Processes of the operating system: which one it is, starting one that outlives us, the JDK to start it with. */
@NullMarked
package io.promo.stack.process;

import org.jspecify.annotations.NullMarked;
