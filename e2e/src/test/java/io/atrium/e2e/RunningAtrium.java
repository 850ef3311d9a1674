// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import io.atrium.Atrium;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.clock.BusinessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The application with the demo's community, on an embedded database in a fresh folder; one for all tests of the JVM.
record RunningAtrium(ConfigurableApplicationContext context) {
    private static final class Holder {
        private static final RunningAtrium ONLY = start();
    }

    static RunningAtrium get() {
        return Holder.ONLY;
    }

    String root() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    String demoPassword() {
        return context.getBean(AtriumSettings.class).demoPassword();
    }

    /// By the business clock.
    LocalDate today() {
        return context.getBean(BusinessClock.class).today();
    }

    private static RunningAtrium start() {
        return new RunningAtrium(new SpringApplication(Atrium.class)
                .run("--server.port=0", "--atrium.demo=true", "--atrium.seed=true", "--atrium.data=" + freshFolder()));
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
