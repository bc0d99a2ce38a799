package io.promo.dispatch.guard;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Puts a {@link WriteGuard} before a job repository. Batch's own version check is off while a job is stopped, so it
 * cannot keep out a process that has lost its right; this does.
 */
public final class GuardedJobRepository {

    private final JobRepository target;
    private final WriteGuard guard;

    private GuardedJobRepository(JobRepository target, WriteGuard guard) {
        this.target = target;
        this.guard = guard;
    }

    /** The repository with every change of an execution behind the guard; creating and reading are not. */
    public static JobRepository of(JobRepository target, WriteGuard guard) {
        GuardedJobRepository guarded = new GuardedJobRepository(target, guard);
        return (JobRepository) Proxy.newProxyInstance(
                GuardedJobRepository.class.getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> guarded.invoke(method, arguments));
    }

    private @Nullable Object invoke(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        Object entity = arguments != null && arguments.length == 1 ? arguments[0] : null;
        boolean context = "updateExecutionContext".equals(method.getName());
        if (entity == null || !context && !"update".equals(method.getName())) {
            return call(method, arguments);
        }
        Runnable write = () -> callUnchecked(method, arguments);
        if (entity instanceof JobExecution execution) {
            guard.update(execution, write);
        } else if (context) {
            guard.updateContext((StepExecution) entity, write);
        } else {
            guard.update((StepExecution) entity, write);
        }
        return null;
    }

    private void callUnchecked(Method method, @Nullable Object @Nullable [] arguments) {
        try {
            call(method, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
