package io.promo.dispatch.guard;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures that pass from failures that stay. */
public final class Failures {

    /**
     * SQLSTATE classes that speak of the server or the moment, not of the statement: connection, transaction rollback,
     * resources, object in use, operator intervention, system, and 25006, a server that is read-only for now.
     */
    private static final List<String> PASSING = List.of("08", "40", "53", "55", "57", "58", "25006");

    private Failures() {}

    /** Whether trying again later can succeed without anybody changing code or data. */
    public static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What an operator should read: the innermost message, one line. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse(message);
    }

    private static boolean passes(Throwable cause) {
        if (cause instanceof SQLException sql) {
            String state = sql.getSQLState();
            return sql instanceof SQLTransientException
                    || sql instanceof SQLRecoverableException
                    || state != null && PASSING.stream().anyMatch(state::startsWith);
        }
        return cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException
                || cause instanceof IOException
                || cause instanceof org.apache.kafka.common.KafkaException
                || cause instanceof org.springframework.kafka.KafkaException;
    }
}
