// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import io.atrium.kernel.Fen;

/// Money in JSON: `{"amount":"123.45","currency":"CNY"}`, a decimal text so that no reader turns it into a float.
public record MoneyJson(String amount, String currency) {

    private static final String CNY = "CNY";

    public static MoneyJson of(Fen fen) {
        return new MoneyJson(fen.yuan().toPlainString(), CNY);
    }
}
