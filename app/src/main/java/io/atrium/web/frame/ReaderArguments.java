// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import io.atrium.kernel.RefusedException;
import io.atrium.web.ListQuery;
import io.atrium.web.Seen;
import io.atrium.web.list.ListShapes;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRefusal;
import io.atrium.web.text.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controllers a [Text] in the reader's language, the [ListQuery] and the
/// [SheetFormat] of the address, and what a form has [Seen].
final class ReaderArguments implements HandlerMethodArgumentResolver {

    private static final Set<Class<?>> TYPES = Set.of(Text.class, ListQuery.class, SheetFormat.class, Seen.class);

    private final Frames frames;
    private final ListShapes shapes;

    ReaderArguments(Frames frames, ListShapes shapes) {
        this.frames = frames;
        this.shapes = shapes;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var type = parameter.getParameterType();
        if (type == Text.class) {
            return frames.text(request);
        }
        if (type == Seen.class) {
            return new Seen(Objects.requireNonNullElse(request.getParameter(Seen.FIELD), ""));
        }
        return type == ListQuery.class ? ListQuery.of(request).shaped(shapes.of(request)) : format(request);
    }

    private static SheetFormat format(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(SheetFormat.PARAMETER))
                .flatMap(SheetFormat::find)
                .orElseThrow(() -> new RefusedException(SheetRefusal.EXPORT_FORMAT_UNKNOWN));
    }
}
