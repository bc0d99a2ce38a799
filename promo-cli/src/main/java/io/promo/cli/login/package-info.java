/** Log in and log out. */
@NullMarked
package io.promo.cli.login;

import org.jspecify.annotations.NullMarked;
