/** The command line: what there is, and how a call becomes an exit code. */
@NullMarked
package io.promo.cli;

import org.jspecify.annotations.NullMarked;
