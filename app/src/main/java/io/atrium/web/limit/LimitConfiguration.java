// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.limit;

import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.access.Actor;
import io.atrium.web.ProblemWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Puts the limits before and behind the check of who is asking. The invented community has none: it is measured.
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int BEHIND_SECURITY = 0;

    /// Behind Spring Session's filter, which knows who is signed in, and before anything reads a form.
    private static final int BEHIND_SESSION = SessionRepositoryFilter.DEFAULT_ORDER + 1;

    @Bean
    FilterRegistrationBean<Filter> downtime(AtriumSettings settings, InstantSource clock, ProblemWriter problems) {
        return at(
                BEFORE_SECURITY,
                new Downtime(settings.downtime(), clock, problems),
                settings.downtime().until() != null);
    }

    @Bean
    FilterRegistrationBean<Filter> limitPerAddress(
            AtriumSettings settings, InstantSource clock, ProblemWriter problems) {
        var limit = new RateLimit(
                settings.limits().perAddressPerMinute(),
                request -> Optional.of(request.getRemoteAddr()),
                clock,
                problems);
        return at(BEFORE_SECURITY + 1, limit, !settings.demo());
    }

    @Bean
    FilterRegistrationBean<Filter> limitOfBodies(ObjectProvider<LargeBody> large, ProblemWriter problems) {
        return at(BEHIND_SESSION, new BodyLimit(large.stream().toList(), problems), true);
    }

    @Bean
    FilterRegistrationBean<Filter> limitPerPerson(
            AtriumSettings settings, InstantSource clock, ProblemWriter problems) {
        var limit = new RateLimit(settings.limits().perPersonPerMinute(), LimitConfiguration::person, clock, problems);
        return at(BEHIND_SECURITY, limit, !settings.demo());
    }

    private static Optional<String> person(HttpServletRequest request) {
        return request.getAttribute(Actor.REQUEST_ATTRIBUTE) instanceof Actor actor
                ? Optional.of(actor.person().value())
                : Optional.empty();
    }

    private static FilterRegistrationBean<Filter> at(int order, Filter filter, boolean isOn) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setEnabled(isOn);
        return registration;
    }
}
