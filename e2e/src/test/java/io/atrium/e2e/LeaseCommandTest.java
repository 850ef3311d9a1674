// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.cli.ExitStatus;
import io.atrium.e2e.Terminal.Ended;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// `atrium lease` against a running Atrium, as firm and as provider.
@ResourceLock(Resources.LOCALE)
class LeaseCommandTest {

    private static final Pattern LEASE = Pattern.compile("lse_[a-z0-9]+");

    @TempDir
    Path folder;

    private final Locale before = Locale.getDefault();
    private Terminal firm;
    private Terminal provider;

    @BeforeEach
    void signIn() throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        firm = Terminal.of(folder, "firm2");
        provider = Terminal.of(folder, "provider3"); // has the pool of the wish
    }

    @AfterEach
    void restoreTheLanguage() {
        Locale.setDefault(before);
    }

    private static String[] wish(String... more) {
        var words = new ArrayList<>(List.of("--pool", "lanxian-h800", "--gpus", "16", "--days", "30"));
        words.addAll(List.of("--purpose", "training", "--from", today().toString()));
        words.addAll(Arrays.asList(more));
        return words.toArray(String[]::new);
    }

    private static LocalDate today() {
        return RunningAtrium.get().today();
    }

    private String requested(String key) {
        var ended = firm.run("lease", "request", wish("--name", "cli", "--request-key", key));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Asked the provider to sign lse_");
        return lease(ended);
    }

    private static String lease(Ended ended) {
        var found = LEASE.matcher(ended.out());
        assertThat(found.find()).as(ended.out() + ended.err()).isTrue();
        return found.group();
    }

    private static void assertDone(Ended ended, String words) {
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains(words);
    }

    @Test
    void quotesWithoutAskingAnybody() {
        var before = firm.run("lease", "list", "--json").out();
        assertDone(firm.run("lease", "quote", wish()), "2 nodes at 10.03 yuan per GPU-hour: 115545.60 yuan in all");
        assertDone(firm.run("lease", "request", wish("--name", "dry", "--dry-run")), "Nothing was asked or held");
        assertThat(firm.run("lease", "list", "--json").out()).isEqualTo(before);
        assertThat(Terminal.runAsIs(List.of(
                                "lease",
                                "prices",
                                "--server",
                                RunningAtrium.get().root()))
                        .out())
                .contains("lanxian-h800", "10.03");
    }

    @Test
    void goesFromTheRequestToTheEnd() {
        var id = requested("cli-lease-whole");
        assertThat(requested("cli-lease-whole")).isEqualTo(id);
        assertDone(provider.run("lease", "sign", id, "--compute-only", "--dry-run"), "you sign, nodes are set aside");
        assertDone(firm.run("lease", "show", id), "waiting for the provider’s signature");
        assertDone(provider.run("lease", "sign", id, "--compute-only"), "signed, to be handed over");
        assertDone(provider.run("lease", "hand-over", id, "--words", "ssh firm@login.example"), "in use");
        assertDone(firm.run("lease", "receive", id), "in use");
        var shown = firm.run("lease", "show", id);
        assertDone(shown, "How to get in: ssh firm@login.example");
        assertThat(shown.out()).contains("Nodes: lanxian-h800-", "Period 1, ", ", held", "SIGNED");
        assertThat(firm.run("lease", "list").out()).contains(id, "in use");
        assertDone(provider.run("lease", "take-back", id, "--reason", "power cut"), "ended");

        var late = firm.run("lease", "end", id);
        assertThat(late.code()).isEqualTo(ExitStatus.CONFLICT.code());
        assertThat(late.err()).contains("LEASE_NOT_NOW");
    }

    @Test
    void aRequestCanBeTakenBackOrDeclined() {
        assertDone(firm.run("lease", "withdraw", requested("cli-lease-back")), "withdrawn");
        var id = requested("cli-lease-no");
        assertDone(provider.run("lease", "decline", id, "--reason", "no capacity"), "declined");
        assertThat(firm.run("lease", "show", id, "--json").out())
                .startsWith("{\"lease\":{\"id\":\"" + id + "\"")
                .contains("\"state\":\"DECLINED\"", "no capacity");
    }

    @Test
    void refusesWithCodeAndRemedyAndShowsOthersNothing() throws Exception {
        var split = firm.run("lease", "quote", wish("--gpus", "12"));
        assertThat(split.code()).isEqualTo(ExitStatus.WRONG_USAGE.code());
        var odd = firm.run(
                "lease",
                "quote",
                "--pool",
                "lanxian-h800",
                "--gpus",
                "12",
                "--days",
                "30",
                "--purpose",
                "other",
                "--from",
                today().toString());
        assertThat(odd.code()).isEqualTo(ExitStatus.REFUSED.code());
        assertThat(odd.err()).contains("LEASE_WHOLE_NODES");
        assertThat(odd.out()).isEmpty();
        assertThat(firm.run("lease", "request", wish()).code()).isEqualTo(ExitStatus.WRONG_USAGE.code());

        var id = requested("cli-lease-own");
        var stranger = Terminal.of(folder, "firm1");
        assertThat(stranger.run("lease", "show", id).code()).isEqualTo(ExitStatus.NOT_FOUND.code());
        assertThat(stranger.run("lease", "withdraw", id).code()).isEqualTo(ExitStatus.NOT_FOUND.code());
        assertThat(firm.run("lease", "sign", id).code()).isEqualTo(ExitStatus.NOT_ALLOWED.code());
        assertDone(firm.run("lease", "withdraw", id), "withdrawn");
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertThat(firm.run("lease", "list").out()).contains("租约", "已撤回");
    }
}
