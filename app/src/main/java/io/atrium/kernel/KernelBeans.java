// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.clock.StoredOffsetClock;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// The two clocks, the working-day calendar, and the maker of ids.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AtriumSettings.class)
class KernelBeans {

    @Bean
    @Primary
    InstantSource systemClock() {
        return InstantSource.system();
    }

    @Bean
    BusinessClock businessClock(
            DSLContext database, InstantSource systemClock, ApplicationEventPublisher events, AtriumSettings settings) {
        return new StoredOffsetClock(database, systemClock, events, settings.demo());
    }

    @Bean
    WorkingCalendar workingCalendar() {
        return WorkingCalendar.china();
    }

    @Bean
    Ids ids(InstantSource systemClock) {
        return new Ids(systemClock);
    }
}
