// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// A problem document (RFC 9457). `type` opens the page that explains the code, in both languages; `facts` are the
/// numbers behind the refusal.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String remedy,
        Map<String, Object> facts,
        List<Pointed> errors,
        String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /// What is wrong at one place of the request body, named by a JSON pointer.
    public record Pointed(String pointer, String detail) {}
}
