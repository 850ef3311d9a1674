// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo;

import io.atrium.demo.day.FirstDay;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What happens when the demo starts: the community is filled in, then a firm's first day is carried out if that was
/// asked for.
@Component
@ConditionalOnProperty(
        name = {"atrium.demo", "atrium.seed"},
        havingValue = "true",
        matchIfMissing = false)
class DemoRunner implements ApplicationRunner {

    private final DemoSeed seed;
    private final FirstDay firstDay;

    DemoRunner(DemoSeed seed, FirstDay firstDay) {
        this.seed = seed;
        this.firstDay = firstDay;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        seed.run();
        firstDay.runIfAsked();
    }
}
