// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the OpenAPI document says of the API as a whole; the operations speak for themselves.
@Configuration(proxyBeanMethods = false)
class OpenApiBeans {

    private static final String BEARER = "token";

    private static final String DESCRIPTION = """
            The same doors that the pages use. Call with `Authorization: Bearer atr_…`; make a token with
            `POST /api/v1/tokens`. Every POST that changes something takes an `Idempotency-Key`: the same key with the
            same body gives the same answer (`Idempotent-Replayed: true`), with another body it is refused. Refusals are
            problem details (RFC 9457) whose `type` opens a page that explains the code. Money is
            `{"amount":"123.45","currency":"CNY"}`, times are RFC 3339, durations ISO 8601. Lists give `items` and an
            opaque `next` cursor.""";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Atrium (中庭)")
                        .version("v1")
                        .description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this installation")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
