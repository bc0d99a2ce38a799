/** Live hints to browsers that their inbox may have changed. */
@NullMarked
package io.promo.inbox.hint;

import org.jspecify.annotations.NullMarked;
