// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.limit;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a request bring so many bytes and no more (请求体上限), whether it says how many or not. A multipart form must say
/// it: its parts are read past any filter.
final class BodyLimit extends OncePerRequestFilter {

    /// The largest file of most forms, and room for the fields beside it.
    static final long BYTES_MAX = 21L * 1024 * 1024;

    private final List<LargeBody> large;
    private final ProblemWriter problems;

    BodyLimit(List<LargeBody> large, ProblemWriter problems) {
        this.large = List.copyOf(large);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long max = bytesMax(request);
        if (request.getContentLengthLong() > max || isUnmeasuredForm(request)) {
            problems.write(request, response, CommonRefusal.TOO_LARGE);
        } else {
            chain.doFilter(new Measured(request, max), response);
        }
    }

    private long bytesMax(HttpServletRequest request) {
        return large.stream()
                .filter(body -> body.path().equals(request.getRequestURI()))
                .filter(_ -> isKnown(request))
                .mapToLong(LargeBody::bytesMax)
                .findFirst()
                .orElse(BYTES_MAX);
    }

    /// The form of a stranger is not even stored; a token is checked before the body is read.
    private static boolean isKnown(HttpServletRequest request) {
        var session = request.getSession(false);
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null && !isForm(request)
                || session != null
                        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                != null;
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    /// Whoever follows a redirect after a form may still name its type, and sends nothing.
    private static boolean isUnmeasuredForm(HttpServletRequest request) {
        return isForm(request)
                && request.getContentLengthLong() < 0
                && !request.getMethod().equals("GET");
    }

    private static final class Measured extends HttpServletRequestWrapper {
        private final long max;

        Measured(HttpServletRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), max);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private long left;

        Counted(ServletInputStream in, long max) {
            this.in = in;
            this.left = max;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new RefusedException(CommonRefusal.TOO_LARGE);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
