// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import io.atrium.demo.DemoSeed;
import io.atrium.demo.community.Community;
import io.atrium.demo.day.DayReport.DayStep;
import io.atrium.kernel.AtriumSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A firm's first day (入驻第一天): it moves in, is matched, granted, uses compute, and pays later. One line per step, and
/// at the end the receipts that must agree.
@Component
@EnableConfigurationProperties(DaySettings.class)
public class FirstDay {

    private final DaySettings day;
    private final AtriumSettings settings;
    private final Environment environment;
    private final ApplicationContext application;
    private final JsonMapper json;

    FirstDay(
            DaySettings day,
            AtriumSettings settings,
            Environment environment,
            ApplicationContext application,
            JsonMapper json) {
        this.day = day;
        this.settings = settings;
        this.environment = environment;
        this.application = application;
        this.json = json;
    }

    /// Carries out the day if the settings ask for one, and ends the application if it is to run once.
    public void runIfAsked() {
        if (!day.run()) {
            return;
        }
        var report = run();
        if (day.once()) {
            System.out.flush();
            System.exit(SpringApplication.exit(application, () -> report.ok() ? 0 : 1));
        }
    }

    private DayReport run() {
        var root = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        var printer = new DayPrinter(System.out, json, day);
        var state = new DayStateFile(settings.data());
        int number = state.begin();
        printer.opening(root);
        var newcomer = Community.generate(DemoSeed.SEED).newcomer(number);
        var course = new DayCourse(new HttpApi(root, settings.demoPassword(), json), newcomer, number, printer);
        var report = carryOut(course, printer);
        printer.closing(report);
        if (report.ok()) {
            state.finish(number);
        }
        return report;
    }

    private static DayReport carryOut(DayCourse course, DayPrinter printer) {
        var steps = new ArrayList<DayStep>();
        for (var step : course.steps()) {
            var done = attempt(step.name(), step.action());
            steps.add(done);
            printer.step(done);
            if (!done.ok()) {
                return new DayReport(false, steps, List.of(), 0, 0);
            }
        }
        var balance = course.trialBalance();
        boolean ok = balance.fen() == 0 && balance.gpuMs() == 0;
        return new DayReport(ok, steps, course.receipts(), balance.fen(), balance.gpuMs());
    }

    private static DayStep attempt(String name, Supplier<Told> action) {
        long began = System.nanoTime();
        try {
            var told = action.get();
            return new DayStep(name, true, millisSince(began), told.text(), told.link());
        } catch (RuntimeException failure) {
            return new DayStep(name, false, millisSince(began), name + ": " + failure.getMessage(), "");
        }
    }

    private static long millisSince(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /// What a step tells when it is done.
    ///
    /// @param link the page that shows it
    record Told(String text, String link) {}

    /// A step that is yet to be done.
    record Step(String name, Supplier<Told> action) {}

    /// Debits less credits of the whole ledger, in each asset.
    record Balance(long fen, long gpuMs) {}
}
