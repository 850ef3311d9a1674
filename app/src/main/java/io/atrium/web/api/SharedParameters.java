// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import io.atrium.kernel.RequestKey;
import io.atrium.web.error.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/// Describes in OpenAPI what the shared parameters of a method mean on the wire, and that every operation may be
/// refused.
final class SharedParameters implements OperationCustomizer {

    private static final Map<String, Object> EXAMPLE = Map.of(
            "type", "/problems/NOT_FOUND",
            "title", "Page not found",
            "status", 404,
            "detail", "The address may be mistyped, or there is nothing there any more, or you may not see it.",
            "instance", "/api/v1/jobs/job_01kb0000000000000000000000",
            "code", "NOT_FOUND",
            "remedy", "Check the address, or start again from the home page.",
            "trace_id", "ref_01kb0000000000000000000000");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (takes(method, RequestKey.class)) {
            operation.addParametersItem(requestKey());
        }
        if (takes(method, CursorQuery.class)) {
            operation.addParametersItem(limit()).addParametersItem(after());
        }
        operation.getResponses().addApiResponse("default", refusal());
        return operation;
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.asList(method.getMethod().getParameterTypes()).contains(type);
    }

    private static Parameter requestKey() {
        return new HeaderParameter()
                .name(RequestKeyArgument.HEADER)
                .required(true)
                .schema(new StringSchema().minLength(8).maxLength(128))
                .description("The same key twice gives the same outcome; a repeat is marked by Idempotent-Replayed.")
                .example("3f0c1a52-demo-0001");
    }

    private static Parameter limit() {
        return new QueryParameter()
                .name("limit")
                .schema(new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(CursorQuery.LIMIT_MAX)))
                .description("Rows on a page; 50 when not given.");
    }

    private static Parameter after() {
        return new QueryParameter()
                .name("after")
                .schema(new StringSchema())
                .description("The `next` of the page before; bound to the same filter.");
    }

    private static ApiResponse refusal() {
        var schema = new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("remedy", new StringSchema())
                .addProperty("facts", new ObjectSchema())
                .addProperty("trace_id", new StringSchema());
        return new ApiResponse()
                .description("Refused, as problem details (RFC 9457).")
                .content(new Content()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                new MediaType().schema(schema).example(EXAMPLE)));
    }
}
