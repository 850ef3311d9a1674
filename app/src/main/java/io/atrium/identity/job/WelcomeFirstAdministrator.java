// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity.job;

import io.atrium.identity.FirstAdministrator;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Tells whoever started a house that nobody administers yet how to come in. The demo has its own people.
@Component
@ConditionalOnProperty(name = "atrium.demo", havingValue = "false", matchIfMissing = true)
class WelcomeFirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(WelcomeFirstAdministrator.class);

    private final FirstAdministrator first;
    private final Environment environment;

    WelcomeFirstAdministrator(FirstAdministrator first, Environment environment) {
        this.first = first;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        first.invite()
                .ifPresent(invited -> LOG.warn(
                        "nobody administers this house yet; become its administrator, once and until {}: "
                                + "http://localhost:{}/join/{}",
                        invited.expiresAt().truncatedTo(ChronoUnit.MINUTES),
                        environment.getProperty("local.server.port"),
                        invited.secret()));
    }
}
