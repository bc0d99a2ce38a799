/** Runs: what is due, under way and over, and why a customer got what they got. */
@NullMarked
package io.promo.cli.run;

import org.jspecify.annotations.NullMarked;
