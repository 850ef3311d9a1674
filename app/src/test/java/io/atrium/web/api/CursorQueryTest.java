// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CursorQueryTest {

    private static final List<String> ROWS =
            IntStream.range(0, 7).mapToObj(i -> "job_" + i).toList();

    @Test
    void walksAListToItsEndWithoutGapOrRepeat() {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(query("state=RUNNING", 3, cursor));
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).isEqualTo(ROWS);
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(page(query("", 7, null)).next()).isNull();
    }

    @Test
    void aCursorBelongsToItsFilter() {
        var cursor =
                Objects.requireNonNull(page(query("state=RUNNING", 3, null)).next());
        assertThatThrownBy(() -> query("state=ENDED", 3, cursor)).isInstanceOf(RefusedException.class);
    }

    @Test
    void anotherLanguageOrPageSizeIsTheSameFilter() {
        var cursor =
                Objects.requireNonNull(page(query("state=RUNNING", 3, null)).next());
        assertThat(query("state=RUNNING&lang=en", 5, cursor).after()).isEqualTo("job_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "AAAA", "AAAAAAAAAAAA", "job_2"})
    void anAlteredCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> query("", 3, cursor)).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many", ""})
    void aLimitOutOfRangeIsRefused(String limit) {
        var request = new MockHttpServletRequest("GET", "/api/v1/jobs");
        request.setParameter("limit", limit);
        assertThatThrownBy(() -> CursorQuery.of(request)).isInstanceOf(RefusedException.class);
    }

    @Test
    void moneyIsADecimalText() {
        assertThat(MoneyJson.of(new Fen(-5))).isEqualTo(new MoneyJson("-0.05", "CNY"));
    }

    private static CursorPage<String> page(CursorQuery query) {
        var from = query.after() == null ? 0 : ROWS.indexOf(query.after()) + 1;
        var rows = ROWS.subList(from, Math.min(ROWS.size(), from + query.rowsToRead()));
        return CursorPage.of(query, rows, Function.identity(), Function.identity());
    }

    private static CursorQuery query(String filter, int limit, @Nullable String cursor) {
        var request = new MockHttpServletRequest("GET", "/api/v1/jobs");
        for (var pair : filter.split("&")) {
            if (!pair.isEmpty()) {
                request.setParameter(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        request.setParameter("limit", String.valueOf(limit));
        if (cursor != null) {
            request.setParameter("after", cursor);
        }
        return CursorQuery.of(request);
    }
}
