/** The program that brings roles, databases and schemas to the version this build needs. */
@NullMarked
package io.promo.sql;

import org.jspecify.annotations.NullMarked;
