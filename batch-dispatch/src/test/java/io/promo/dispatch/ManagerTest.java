package io.promo.dispatch;

import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.WithServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A manager without workers, on real servers; all tests so marked share one context. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"logging.structured.format.console=", "promo.demonstration=true"})
@ActiveProfiles("manager")
@WithServers(value = Database.DISPATCH, inbox = Role.MANAGER)
@Import({Api.class, Promotions.class})
public @interface ManagerTest {}
