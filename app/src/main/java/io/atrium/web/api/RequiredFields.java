// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/// A body of the API without a field that its record needs is malformed (缺少字段): what may be absent is `@Nullable`,
/// there
/// and nowhere else. Numbers keep their zero, which the rules then judge.
final class RequiredFields extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    private static final Pattern API = Pattern.compile("io\\.atrium\\.\\w+\\.api");

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated field) {
        return field instanceof AnnotatedParameter parameter && isRequired(parameter)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    private static boolean isRequired(AnnotatedParameter parameter) {
        var type = parameter.getDeclaringClass();
        if (!type.isRecord() || !API.matcher(type.getPackageName()).matches()) {
            return false;
        }
        var component = type.getRecordComponents()[parameter.getIndex()];
        return !component.getType().isPrimitive()
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
