package io.promo.dispatch.engine;

import io.promo.sql.Database;
import io.promo.sql.Role;
import io.promo.stack.testing.WithServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.batch.test.context.SpringBatchTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A manager on databases and topics that no other test uses, and workers as the test wants them. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBatchTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.structured.format.console=",
            "promo.dispatch.partition-size=250",
            "promo.dispatch.page-size=50"
        })
@ActiveProfiles("manager")
@WithServers(value = Database.DISPATCH, inbox = Role.MANAGER, name = "engine")
@Import({World.class, Engine.class, Records.class, io.promo.dispatch.Api.class})
public @interface EngineTest {}
