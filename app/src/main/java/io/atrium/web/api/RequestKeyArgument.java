// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.web.component.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives a controller method the [RequestKey] of the request: header `Idempotency-Key` of a program, hidden field of a
/// form. A change without one is refused.
final class RequestKeyArgument implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var header = request.getHeader(HEADER);
        var key = header == null ? request.getParameter(Form.KEY_FIELD) : header;
        if (key == null) {
            throw new RefusedException(CommonRefusal.REQUEST_KEY_MISSING);
        }
        if (!RequestKey.isWellFormed(key)) {
            throw new RefusedException(CommonRefusal.REQUEST_KEY_MALFORMED);
        }
        return new RequestKey(key);
    }
}
