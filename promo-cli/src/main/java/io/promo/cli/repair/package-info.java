/** What got stuck between services, and another try for it. */
@NullMarked
package io.promo.cli.repair;

import org.jspecify.annotations.NullMarked;
