// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import io.atrium.web.Requests;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Marks an answer that repeats an earlier one: `Idempotent-Replayed: true`.
@ControllerAdvice
class ReplayHeader implements ResponseBodyAdvice<Object> {

    private static final String HEADER = "Idempotent-Replayed";

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getAttribute(Requests.REPLAYED) != null) {
            response.getHeaders().set(HEADER, "true");
        }
        return body;
    }
}
