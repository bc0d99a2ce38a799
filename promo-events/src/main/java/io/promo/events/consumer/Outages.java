package io.promo.events.consumer;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures of the infrastructure, which pass by themselves, from those of what was asked of it, which stay. */
public final class Outages {

    /**
     * SQLSTATE classes that speak of the server or the moment, not of the statement: connection, transaction rollback,
     * resources, object in use, operator intervention, system, and 25006, a server that takes no writes for now, as after a
     * failover. Source: PostgreSQL's manual, appendix "Error Codes".
     */
    private static final List<String> STATES = List.of("08", "40", "53", "55", "57", "58", "25006");

    private static final Set<Class<? extends Throwable>> TYPES = Set.of(
            SQLTransientException.class,
            SQLRecoverableException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class,
            RetriableException.class);

    private Outages() {}

    /** Whether this failure itself says so; its causes are not looked at. */
    public static boolean isOutage(Throwable failure) {
        return TYPES.stream().anyMatch(type -> type.isInstance(failure))
                || failure instanceof SQLException sql && speaksOfTheServer(sql.getSQLState());
    }

    private static boolean speaksOfTheServer(@Nullable String state) {
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }
}
