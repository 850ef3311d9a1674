// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final AccountId ID = new AccountId(new UUID(0, 1));

    @Test
    void availableIsPostedLessHeld() {
        var balances = new Balances(30, 20, 7, 100);
        assertThat(balances.posted()).isEqualTo(80);
        assertThat(balances.available()).isEqualTo(50);
    }

    @Test
    void spendableAddsTheCreditLineWithoutOverflow() {
        assertThat(account(AccountRule.debitsWithinCredits(40), new Balances(30, 20, 7, 100))
                        .spendable())
                .isEqualTo(90);
        assertThat(account(AccountRule.debitsWithinCredits(Long.MAX_VALUE), new Balances(0, 0, 0, 5))
                        .spendable())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(account(AccountRule.FREE, new Balances(1, 2, 0, 0)).spendable())
                .isEqualTo(Long.MAX_VALUE - 3);
    }

    @Test
    void refusesImpossibleColumns() {
        assertThatThrownBy(() -> new Balances(0, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Balances(Long.MAX_VALUE, 1, 0, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesImpossibleRules() {
        assertThatThrownBy(() -> AccountRule.debitsWithinCredits(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccountRule(AccountRule.Limit.NONE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accountsAreOrderedAsDatabasesOrderThem() {
        var ids = new ArrayList<>(List.of(
                id("f0000000-0000-0000-0000-000000000000"),
                id("00000000-0000-0000-f000-000000000000"),
                id("00000000-0000-0000-0000-000000000001")));
        ids.sort(null);
        assertThat(ids).extracting(AccountId::toString).isSorted();
    }

    private static AccountId id(String text) {
        return new AccountId(UUID.fromString(text));
    }

    private static Account account(AccountRule rule, Balances balances) {
        return new Account(ID, Asset.CNY_FEN, rule, false, balances);
    }
}
