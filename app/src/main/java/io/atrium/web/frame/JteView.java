// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.atrium.web.PageView;
import io.atrium.web.PageView.Heading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.servlet.view.AbstractTemplateView;

/// Renders a template (视图). It gets those of these parameters that it declares: `frame`, `t`, `page`, and what else the
/// controller put into the model.
final class JteView extends AbstractTemplateView {

    private final TemplateEngine engine;
    private final Frames frames;

    JteView(TemplateEngine engine, Frames frames) {
        this.engine = engine;
        this.frames = frames;
    }

    @Override
    public boolean checkResource(Locale locale) {
        return engine.hasTemplate(template());
    }

    @Override
    protected void renderMergedTemplateModel(
            Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
        var wanted = engine.getParamInfo(template()).keySet();
        var parameters = new HashMap<>(model);
        parameters.put("t", frames.text(request));
        if (wanted.contains("frame")) {
            var heading =
                    Objects.requireNonNull((Heading) model.get(PageView.HEADING), "a page is answered as a PageView");
            parameters.put("frame", frames.frame(request, heading));
        }
        parameters.keySet().retainAll(wanted);
        var output = new Utf8ByteOutput();
        engine.render(template(), parameters, output);
        Preferences.remember(request, response);
        response.setContentType("text/html;charset=UTF-8");
        response.addHeader("Vary", "HX-Request, Accept-Language, Cookie");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private String template() {
        return String.valueOf(getUrl());
    }
}
