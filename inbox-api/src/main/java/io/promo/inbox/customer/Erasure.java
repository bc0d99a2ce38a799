package io.promo.inbox.customer;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases what the inbox holds of a customer. */
@Repository
class Erasure {

    private final JdbcClient jdbc;

    Erasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The table of earlier builds, while it is there; its triggers keep the copy of it free of the customer, too. */
    private static final String BEFORE = "SELECT to_regclass('message') IS NOT NULL";

    /** Deletes the customer's messages, served by the primary key for each delivery, and their preference. */
    void erase(UUID user) {
        jdbc.sql("DELETE FROM inbox_message WHERE user_id = :user AND delivery_id = ANY (ARRAY("
                        + "SELECT delivery_id FROM delivery WHERE user_id IS NULL OR user_id = :user))")
                .param("user", user)
                .update();
        if (jdbc.sql(BEFORE).query(Boolean.class).single()) {
            jdbc.sql("DELETE FROM message WHERE user_id = :user")
                    .param("user", user)
                    .update();
        }
        jdbc.sql("DELETE FROM delivery WHERE user_id = :user")
                .param("user", user)
                .update();
        jdbc.sql("DELETE FROM preference WHERE user_id = :user")
                .param("user", user)
                .update();
    }
}
