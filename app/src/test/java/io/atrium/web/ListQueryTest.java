// SPDX-License-Identifier: Apache-2.0
package io.atrium.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.web.component.Pager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ListQueryTest {

    @Test
    void keepsFilterAndSizeFromPageToPage() {
        var query = query(Map.of("name", "澄明 & Co", "size", "50", "sort", "-cost", "page", "3", "lang", "en"));
        assertThat(query.offset()).isEqualTo(100);
        assertThat(query.hrefOfPage(4)).isEqualTo("/jobs?name=%E6%BE%84%E6%98%8E%20%26%20Co&sort=-cost&size=50&page=4");
    }

    @Test
    void startsAgainAtPageOneWhenTheListChanges() {
        var query = query(Map.of("state", "RUNNING", "name", "x", "page", "3"));
        assertThat(query.hrefWithout("name")).isEqualTo("/jobs?state=RUNNING");
        assertThat(query.hrefWithoutFilter()).isEqualTo("/jobs");
        assertThat(query.hrefOfSize(100)).isEqualTo("/jobs?name=x&state=RUNNING&size=100");
        assertThat(query.hrefSortedBy("due")).isEqualTo("/jobs?name=x&state=RUNNING&sort=due");
    }

    @Test
    void sortsTheOtherWayRoundTheSecondTime() {
        assertThat(query(Map.of("sort", "due")).hrefSortedBy("due")).isEqualTo("/jobs?sort=-due");
        assertThat(query(Map.of("sort", "-due")).hrefSortedBy("due")).isEqualTo("/jobs?sort=due");
    }

    @Test
    void whatIsNoNumberOrOutOfRangeIsTheFirstPage() {
        assertThat(query(Map.of("page", "-3")).page()).isOne();
        assertThat(query(Map.of("page", "many")).page()).isOne();
        assertThat(query(Map.of("page", "99999999999")).page()).isOne();
        assertThat(query(Map.of("page", "5000")).page()).isEqualTo(ListQuery.PAGE_MAX);
        assertThat(query(Map.of("size", "7")).size()).isEqualTo(20);
    }

    @Test
    void blankFiltersAreNoFilters() {
        assertThat(query(Map.of("name", "  ")).isFiltered()).isFalse();
    }

    @Test
    void pagerShowsTheEndsAndTheNeighbourhood() {
        assertThat(new Pager(query(Map.of("page", "10")), 400).numbers())
                .containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 20);
        assertThat(new Pager(query(Map.of()), 5).numbers()).containsExactly(1);
        assertThat(new Pager(query(Map.of("page", "2")), 35).lastRow()).isEqualTo(35);
    }

    private static ListQuery query(Map<String, String> parameters) {
        var request = new MockHttpServletRequest("GET", "/jobs");
        parameters.forEach(request::setParameter);
        return ListQuery.of(request);
    }
}
