// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import io.atrium.admin.store.WorkStore;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/// Writes down why background work failed, so that the page of it can say so. A database that is gone cannot be told.
@Configuration(proxyBeanMethods = false)
class FailureNotes {

    private static final Logger LOG = LoggerFactory.getLogger(FailureNotes.class);

    @Bean
    SchedulerListener noteFailedTasks(ObjectProvider<WorkStore> store, InstantSource clock) {
        return new AbstractSchedulerListener() {
            @Override
            public void onExecutionComplete(ExecutionComplete done) {
                var task = done.getExecution().taskInstance.getTaskName();
                done.getCause()
                        .ifPresent(cause -> note(() -> store.getObject().taskFailed(task, clock.instant(), cause)));
            }
        };
    }

    @Bean
    AsyncConfigurer noteFailedListeners(
            ObjectProvider<WorkStore> store,
            InstantSource clock,
            @Qualifier("applicationTaskExecutor") ObjectProvider<AsyncTaskExecutor> executors) {
        var log = new SimpleAsyncUncaughtExceptionHandler();
        return new AsyncConfigurer() {
            @Override
            public Executor getAsyncExecutor() {
                return command -> executors.getObject().execute(command);
            }

            @Override
            public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
                return (cause, method, arguments) -> {
                    log.handleUncaughtException(cause, method, arguments);
                    var listener = method.getDeclaringClass().getName() + "." + method.getName();
                    note(() -> store.getObject().listenerFailed(listener, clock.instant(), cause));
                };
            }
        };
    }

    private static void note(Runnable writing) {
        try {
            writing.run();
        } catch (DataAccessException e) {
            LOG.warn("why work failed could not be kept: {}", e.getMessage());
        }
    }
}
