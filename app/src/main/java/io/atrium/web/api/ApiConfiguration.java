// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.ActorArgument;
import io.atrium.web.ListQuery;
import io.atrium.web.text.Text;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/// Wires the parameters that controllers share, and how the API description shows them.
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Actor.class, RequestKey.class, CursorQuery.class, ListQuery.class, Text.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
        resolvers.add(new RequestKeyArgument());
        resolvers.add(new CursorArgument());
    }

    @Bean
    OperationCustomizer sharedParameters() {
        return new SharedParameters();
    }

    @Bean
    JsonMapperBuilderCustomizer requiredFields() {
        return mapper -> mapper.annotationIntrospector(
                AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new RequiredFields()));
    }

    @Bean
    JsonMapperBuilderCustomizer storedRefusals() {
        var refusals = new SimpleModule("refusals").addDeserializer(RefusalCode.class, new RefusalCodeReader());
        return mapper -> mapper.addModule(refusals);
    }
}
