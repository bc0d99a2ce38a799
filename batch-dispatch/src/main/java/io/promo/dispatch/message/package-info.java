/** What dispatch writes into the inbox database: templates once per run and locale, rows per customer. */
@NullMarked
package io.promo.dispatch.message;

import org.jspecify.annotations.NullMarked;
