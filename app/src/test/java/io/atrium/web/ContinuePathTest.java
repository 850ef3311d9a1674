// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuePathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/jobs/job_1", "/jobs?state=running&page=2", "/policies/demo#clause-1"})
    void acceptsAPathOfThisSite(String path) {
        assertThat(ContinuePath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jobs",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/jobs\r\nLocation: https://evil.example",
                "/ //evil.example"
            })
    void refusesWhateverCouldLeadElsewhere(String path) {
        assertThat(ContinuePath.of(path)).isEmpty();
    }

    @Test
    void takesThePathOfAReferrerOfThisSiteOnly() {
        assertThat(ContinuePath.ofReferrer("http://here:8080/jobs?a=1", "http://here:8080"))
                .contains("/jobs?a=1");
        assertThat(ContinuePath.ofReferrer("http://here:8080.evil.example/jobs", "http://here:8080"))
                .isEmpty();
        assertThat(ContinuePath.ofReferrer(null, "http://here:8080")).isEmpty();
    }
}
