package io.promo.stack.testing;

import io.promo.sql.Database;
import io.promo.sql.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextCustomizerFactories;

/** Runs the Spring context of a test on real servers; the package's description shows how. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextCustomizerFactories(WithServersCustomizer.Factory.class)
public @interface WithServers {

    /** The service's own database, for {@code spring.datasource.*}, as the role named like it. */
    Database value();

    /** As whom {@code promo.inbox.datasource.*} connects to an inbox database; left out when there is none. */
    Role[] inbox() default {};

    /** Contexts with different names never share databases and topics. */
    String name() default "";
}
