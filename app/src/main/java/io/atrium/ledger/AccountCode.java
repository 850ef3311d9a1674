// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.Asset;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/// The readable and unique name of an account (账户编码): asset, kind of owner, owner, role, such as
/// `cny/voucher/vch_01k…/balance`. The account's id is computed from it, so nobody looks ids up.
public record AccountCode(String value) {

    private static final Pattern FORM = Pattern.compile(
            "(cny|gpu|simcny|simgpu)/[a-z]{2,20}/[A-Za-z0-9][A-Za-z0-9._-]{0,99}/[a-z]{2,20}(-[a-z]{2,20})?");

    public AccountCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an account code: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /// `of(Asset.CNY_FEN, "policy", "demo-compute-voucher", "budget")` is `cny/policy/demo-compute-voucher/budget`.
    public static AccountCode of(Asset asset, String kind, String owner, String role) {
        return new AccountCode(String.join("/", prefix(asset), kind, owner, role));
    }

    public Asset asset() {
        var prefix = value.substring(0, value.indexOf('/'));
        return Arrays.stream(Asset.values())
                .filter(asset -> prefix(asset).equals(prefix))
                .findFirst()
                .orElseThrow();
    }

    /// The part that names whose account it is: a voucher, a policy, an organisation.
    public String owner() {
        return value.split("/")[2];
    }

    /// Kind and role, `voucher.balance`: what the account is for, as a message key.
    public String role() {
        var parts = value.split("/");
        return parts[1] + "." + parts[3];
    }

    public AccountId id() {
        return new AccountId(UUID.nameUUIDFromBytes(("atrium/ledger/" + value).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value;
    }

    private static String prefix(Asset asset) {
        return switch (asset) {
            case CNY_FEN -> "cny";
            case GPU_MS -> "gpu";
            case SIM_CNY_FEN -> "simcny";
            case SIM_GPU_MS -> "simgpu";
        };
    }
}
