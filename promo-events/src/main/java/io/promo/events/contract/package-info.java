/** The frozen contracts of all payloads: a schema and a golden sample for every version there ever was. */
@NullMarked
package io.promo.events.contract;

import org.jspecify.annotations.NullMarked;
