// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

class SeeOtherTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "jobs", ""})
    void leadsNowhereButToThisSite(String target) {
        assertThatThrownBy(() -> SeeOther.to(target)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void carriesItsMessageAcrossTheRedirect() throws Exception {
        var request = new MockHttpServletRequest("POST", "/jobs");
        var response = new MockHttpServletResponse();
        var carried = new FlashMap();
        request.setAttribute(DispatcherServlet.OUTPUT_FLASH_MAP_ATTRIBUTE, carried);
        request.setAttribute(DispatcherServlet.FLASH_MAP_MANAGER_ATTRIBUTE, new SessionFlashMapManager());
        var answer = SeeOther.to("/jobs/job_1").saying(Flash.done("web.yes", "job_1"));
        Objects.requireNonNull(answer.getView()).render(Map.of("secret", "x"), request, response);
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/jobs/job_1");
        assertThat(carried.get(SeeOther.FLASH)).isEqualTo(Flash.done("web.yes", "job_1"));
    }
}
