// SPDX-License-Identifier: Apache-2.0
package io.atrium.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts the queries behind one answer: a difference would tell an outsider what exists. A request that carries the
/// header is counted under the header's value.
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class QueryCount extends OncePerRequestFilter implements ExecuteListenerProvider {

    static final String HEADER = "X-Test-Walk";
    private static final long SECONDS_MAX = 20;

    private final ThreadLocal<int[]> counted = new ThreadLocal<>();
    private final Map<String, CompletableFuture<Integer>> counts = new ConcurrentHashMap<>();

    /// Waits until the server has finished with the request, which may be a little after it has answered.
    int of(String walk) {
        try {
            int count =
                    counts.computeIfAbsent(walk, _ -> new CompletableFuture<>()).get(SECONDS_MAX, TimeUnit.SECONDS);
            counts.remove(walk);
            return count;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var walk = request.getHeader(HEADER);
        int[] count = {0};
        counted.set(count);
        try {
            chain.doFilter(request, response);
        } finally {
            counted.remove();
            if (walk != null) {
                counts.computeIfAbsent(walk, _ -> new CompletableFuture<>()).complete(count[0]);
            }
        }
    }

    @Override
    public ExecuteListener provide() {
        return new ExecuteListener() {
            @Override
            public void executeStart(ExecuteContext context) {
                var count = counted.get();
                if (count != null) {
                    count[0]++;
                }
            }
        };
    }
}
