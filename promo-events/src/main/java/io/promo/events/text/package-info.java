/** One form for the texts that people type, paste and import; every service brings them into it where they come in. */
@NullMarked
package io.promo.events.text;

import org.jspecify.annotations.NullMarked;
