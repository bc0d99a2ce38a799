/** Access tokens: where they come from, where they are kept, when they are renewed. */
@NullMarked
package io.promo.cli.token;

import org.jspecify.annotations.NullMarked;
