/** JSON over HTTP to the services, and their refusals as failures that name the remedy. */
@NullMarked
package io.promo.cli.http;

import org.jspecify.annotations.NullMarked;
