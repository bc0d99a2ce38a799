/** PostgreSQL from its binaries: unpacked once, one data directory and one server process per stack. */
@NullMarked
package io.promo.stack.postgres;

import org.jspecify.annotations.NullMarked;
