/** What all commands share: their options and the way to services and output. */
@NullMarked
package io.promo.cli.command;

import org.jspecify.annotations.NullMarked;
