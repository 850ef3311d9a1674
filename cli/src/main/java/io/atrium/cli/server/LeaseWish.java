// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.server;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// What is to be rented; a mixin of quote and request.
public final class LeaseWish {

    enum Purpose {
        TRAINING,
        INFERENCE,
        OTHER
    }

    @Option(names = "--pool", required = true, description = "The pool; see 'atrium lease prices'.")
    private String pool = "";

    @Option(names = "--gpus", required = true, description = "How many GPUs; whole nodes.")
    private int gpus;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "First day: 2026-12-15.")
    private LocalDate from;

    @Option(names = "--days", required = true, description = "For how many days.")
    private int days;

    @Option(names = "--purpose", required = true, description = "${COMPLETION-CANDIDATES}; some vouchers ask.")
    private Purpose purpose;

    @Option(names = "--affiliated", description = "Your firm and the provider are affiliated: vouchers do not pay.")
    private boolean affiliated;

    Map<String, Object> body(String name) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", name);
        body.put("pool", pool);
        body.put("gpus", gpus);
        body.put("starts_on", from.toString());
        body.put("days", days);
        body.put("purpose", purpose.name());
        body.put("affiliated", affiliated);
        return body;
    }
}
