/** Speaks SQL where requests come in. */
@NullMarked
package io.promo.planted.controller;

import org.jspecify.annotations.NullMarked;
