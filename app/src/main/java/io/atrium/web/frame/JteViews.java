// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import gg.jte.TemplateEngine;
import org.springframework.web.servlet.view.AbstractTemplateViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/// Finds the template of a view name: `voucher/list` is `jte/voucher/list.jte`.
final class JteViews extends AbstractTemplateViewResolver {

    private static final int CACHE_MAX = 1_024;

    private final TemplateEngine engine;
    private final Frames frames;

    JteViews(TemplateEngine engine, Frames frames) {
        this.engine = engine;
        this.frames = frames;
        setViewClass(requiredViewClass());
        setSuffix(".jte");
        setOrder(0);
        setExposeSpringMacroHelpers(false);
        setCacheLimit(CACHE_MAX);
    }

    @Override
    protected Class<?> requiredViewClass() {
        return JteView.class;
    }

    @Override
    protected AbstractUrlBasedView instantiateView() {
        return new JteView(engine, frames);
    }
}
