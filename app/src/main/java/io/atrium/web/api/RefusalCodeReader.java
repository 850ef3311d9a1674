// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import io.atrium.kernel.RefusalCode;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Reads a refusal's code of a stored outcome by its name, which no two modules share. Looked for when the first is
/// read: refusals are seldom asked for twice.
final class RefusalCodeReader extends ValueDeserializer<RefusalCode> {

    private static final String ROOT = "io.atrium";

    private final Supplier<Map<String, RefusalCode>> codes = SingletonSupplier.of(RefusalCodeReader::all);

    @Override
    public RefusalCode deserialize(JsonParser parser, DeserializationContext context) {
        var name = parser.getString();
        var code = codes.get().get(name);
        return code == null
                ? (RefusalCode) context.handleWeirdStringValue(RefusalCode.class, name, "no refusal code")
                : code;
    }

    private static Map<String, RefusalCode> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(RefusalCode.class));
        return scanner.findCandidateComponents(ROOT).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(RefusalCode.class::cast)
                .collect(Collectors.toMap(RefusalCode::name, Function.identity()));
    }
}
