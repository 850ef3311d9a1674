// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// The answer to a form that was accepted (跳转): 303 to a page of this site, with a message shown there.
///
/// ```java
/// return SeeOther.to("/jobs/" + id).saying(Flash.done("compute.flash.submitted", id.value()));
/// ```
public final class SeeOther extends ModelAndView {

    public static final String FLASH = "atrium.flash";

    /// A script that sends a form with files is told where to go instead of being sent there, so that the message waits
    /// for the reader.
    private static final String SCRIPT_HEADER = "X-Atrium-Script";
    private static final String UPLOAD_SCRIPT = "upload";

    private final String path;

    private SeeOther(String path, View view) {
        super(view);
        this.path = path;
    }

    /// Only to this site: a path that begins with one slash. Anything else is a bug of the caller.
    public static SeeOther to(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            throw new IllegalArgumentException("not a path of this site: " + path);
        }
        return new SeeOther(path, new View(path, Map.of()));
    }

    public SeeOther saying(Flash flash) {
        return new SeeOther(path, new View(path, Map.of(FLASH, flash)));
    }

    private static final class View extends RedirectView {

        private final String path;
        private final Map<String, Object> flash;

        View(String path, Map<String, Object> flash) {
            super(path, true);
            this.path = path;
            this.flash = flash;
            setStatusCode(HttpStatus.SEE_OTHER);
            setExposeModelAttributes(false);
            setExpandUriTemplateVariables(false);
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            if (!flash.isEmpty()) {
                RequestContextUtils.getOutputFlashMap(request).putAll(flash);
            }
            if (UPLOAD_SCRIPT.equals(request.getHeader(SCRIPT_HEADER))) {
                RequestContextUtils.saveOutputFlashMap(path, request, response);
                response.setHeader("X-Atrium-Location", path);
                response.setStatus(HttpStatus.NO_CONTENT.value());
                return;
            }
            super.renderMergedOutputModel(model, request, response);
        }
    }
}
