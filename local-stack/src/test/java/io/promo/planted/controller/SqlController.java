package io.promo.planted.controller;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SqlController {

    boolean truncate(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute("TRUNCATE message");
        }
    }
}
