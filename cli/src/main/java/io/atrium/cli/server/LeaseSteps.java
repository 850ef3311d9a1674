// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The steps of a lease, each a command: the firm's, then the provider's.
final class LeaseSteps {

    private LeaseSteps() {}

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Firm: takes a request back before it is signed.")
    static final class Withdraw extends LeaseStep {
        @Override
        String resource() {
            return "withdrawal";
        }
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "Firm: gives a signed lease up before it is handed over; nothing is charged.")
    static final class Cancel extends LeaseStep {
        @Override
        String resource() {
            return "cancellation";
        }
    }

    @Command(
            name = "receive",
            mixinStandardHelpOptions = true,
            description = "Firm: says that the nodes were received.")
    static final class Receive extends LeaseStep {
        @Override
        String resource() {
            return "receipt";
        }
    }

    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = "Firm: moves the last day forward, after notice and the least term of the price.")
    static final class End extends LeaseStep {
        @Override
        String resource() {
            return "early-end";
        }
    }

    @Command(
            name = "sign",
            mixinStandardHelpOptions = true,
            description = "Provider: signs; nodes are set aside and the first period is held.")
    static final class Sign extends LeaseStep {

        @Option(names = "--affiliated", description = "Firm and provider are affiliated.")
        private boolean affiliated;

        @Option(
                names = "--compute-only",
                description = "The contract is about compute alone; most vouchers ask for it.")
        private boolean computeOnly;

        @Override
        String resource() {
            return "signature";
        }

        @Override
        Map<String, Object> body() {
            return Map.of("affiliated", affiliated, "compute_only", computeOnly);
        }
    }

    @Command(name = "decline", mixinStandardHelpOptions = true, description = "Provider: declines to sign.")
    static final class Decline extends LeaseStep {

        @Option(names = "--reason", required = true, description = "Told to the firm.")
        private String reason = "";

        @Override
        String resource() {
            return "refusal";
        }

        @Override
        Map<String, Object> body() {
            return Map.of("words", reason);
        }
    }

    @Command(
            name = "hand-over",
            mixinStandardHelpOptions = true,
            description = "Provider: hands the nodes over; from this day on they are charged.")
    static final class HandOver extends LeaseStep {

        @Option(names = "--words", required = true, description = "How the firm gets in.")
        private String words = "";

        @Override
        String resource() {
            return "hand-over";
        }

        @Override
        Map<String, Object> body() {
            return Map.of("words", words);
        }
    }

    @Command(
            name = "take-back",
            mixinStandardHelpOptions = true,
            description = "Provider: ends the lease today; the firm pays until today.")
    static final class TakeBack extends LeaseStep {

        @Option(names = "--reason", required = true, description = "Told to the firm.")
        private String reason = "";

        @Override
        String resource() {
            return "return";
        }

        @Override
        Map<String, Object> body() {
            return Map.of("words", reason);
        }
    }
}
