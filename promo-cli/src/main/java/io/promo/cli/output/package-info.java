/** How answers look: aligned tables for people, the service's JSON for programs, progress for whoever waits. */
@NullMarked
package io.promo.cli.output;

import org.jspecify.annotations.NullMarked;
