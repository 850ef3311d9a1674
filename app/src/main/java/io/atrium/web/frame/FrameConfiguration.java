// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.NavItem;
import io.atrium.web.draft.KeptForms;
import io.atrium.web.frame.Frames.Place;
import io.atrium.web.list.ListShapes;
import io.atrium.web.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Wires templates, messages and the frame.
@Configuration(proxyBeanMethods = false)
class FrameConfiguration {

    @Bean
    Messages messages() {
        return Messages.load();
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    Place place(
            AtriumSettings settings,
            Assets assets,
            ObjectProvider<BuildProperties> build,
            BusinessClock clock,
            InstantSource systemClock) {
        var version = build.stream()
                .map(BuildProperties::getVersion)
                .filter(Objects::nonNull)
                .findFirst();
        return new Place(settings, version.orElse("0.1"), assets, clock, systemClock);
    }

    @Bean
    Frames frames(Messages messages, List<NavItem> items, Optional<InboxCount> inbox, Place place, KeptForms kept) {
        return new Frames(messages, items, inbox, place, kept);
    }

    @Bean
    JteViews jteViewResolver(TemplateEngine engine, Frames frames) {
        return new JteViews(engine, frames);
    }

    /// Spring's own answers use the reader's language too; it is chosen by links, never set by Spring.
    @Bean
    LocaleResolver localeResolver() {
        return new ReaderLocale();
    }

    @Bean
    WebMvcConfigurer readerArguments(Frames frames, ListShapes shapes, DSLContext database, VisitedPages visited) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccountPreferences(database)).excludePathPatterns("/api/**", "/assets/**");
                registry.addInterceptor(new RecordVisit(visited, frames)).excludePathPatterns("/api/**", "/assets/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ReaderArguments(frames, shapes));
            }
        };
    }
}
