// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import io.atrium.demo.day.DayReport.DayStep;
import io.atrium.demo.day.DayReport.Receipt;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Shows a day on the terminal: a line per step as it happens and the receipts at the end, or one JSON object.
final class DayPrinter {

    private static final int NAME_WIDTH = 34;
    private static final int AMOUNT_WIDTH = 18;

    private final PrintStream out;
    private final JsonMapper json;
    private final boolean isJson;
    private final boolean isChinese;

    DayPrinter(PrintStream out, JsonMapper json, DaySettings settings) {
        this.out = out;
        this.json = json;
        this.isJson = settings.json();
        this.isChinese = settings.language().startsWith("zh");
    }

    /// One of two texts, by the reader's language.
    String say(String chinese, String english) {
        return isChinese ? chinese : english;
    }

    void opening(String root) {
        if (!isJson) {
            out.println();
            out.println(say("中庭已开门：", "Atrium is open: ") + root);
            out.println(say("示范数据：以下企业、人员与金额均为虚构。", "Demo data: every firm, person and amount below is invented."));
            out.println();
        }
    }

    void step(DayStep step) {
        if (!isJson) {
            out.printf("%s %s  %,d ms%n    %s%n", step.ok() ? "✔" : "✘", step.text(), step.ms(), step.link());
        } else if (!step.ok()) {
            System.err.println(step.text());
        }
    }

    void closing(DayReport report) {
        if (isJson) {
            out.println(json.writeValueAsString(new Summary(report)));
            return;
        }
        out.println();
        for (var receipt : report.receipts()) {
            out.println(padded(receipt.name(), NAME_WIDTH) + leftPadded(receipt) + " " + receipt.unit() + "  "
                    + receipt.link());
        }
        out.println();
        out.println(say("总账试算（应为零）：", "Trial balance (must be zero): ") + report.trialBalanceFen() + " fen, "
                + report.trialBalanceGpuMs() + " GPU-ms");
        out.println(
                report.ok()
                        ? say("全部步骤与账目相符。", "Every step and every balance held.")
                        : say("有步骤或账目不符，见上。", "A step or a balance did not hold, see above."));
    }

    /// What `--json` promises.
    private record Summary(boolean ok, List<Step> steps, long trialBalanceFen, long trialBalanceGpuMs) {

        private record Step(String step, boolean ok, long ms, String link) {}

        Summary(DayReport report) {
            this(
                    report.ok(),
                    report.steps().stream()
                            .map(step -> new Step(step.step(), step.ok(), step.ms(), step.link()))
                            .toList(),
                    report.trialBalanceFen(),
                    report.trialBalanceGpuMs());
        }
    }

    private static String leftPadded(Receipt receipt) {
        return " ".repeat(Math.max(0, AMOUNT_WIDTH - receipt.amount().length())) + receipt.amount();
    }

    /// Chinese characters take two columns of a terminal.
    private static String padded(String text, int width) {
        int columns = text.codePoints()
                .map(character ->
                        Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN || character > 0xff00
                                ? 2
                                : 1)
                .sum();
        return text + " ".repeat(Math.max(1, width - columns));
    }
}
