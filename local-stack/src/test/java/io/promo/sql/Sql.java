package io.promo.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs one statement at a time, each in a transaction of its own. */
record Sql(DataSource dataSource) {

    static Sql on(DataSource dataSource) {
        return new Sql(dataSource);
    }

    /** First column of all rows, as text; empty for a statement without a result. */
    List<String> all(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            var values = new ArrayList<String>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    /** The one value of the one row. */
    String one(String sql) throws SQLException {
        return all(sql).get(0);
    }
}
