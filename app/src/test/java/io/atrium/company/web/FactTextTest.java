// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.company.CompanyFile.Line;
import io.atrium.company.FactCatalogue;
import io.atrium.company.FactValue;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactTextTest {
    private static final FactCatalogue CATALOGUE = FactCatalogue.read();
    private static final Messages MESSAGES = Messages.load();
    private static final FactText ZH = new FactText(MESSAGES.in(Lang.ZH));
    private static final FactText EN = new FactText(MESSAGES.in(Lang.EN));

    @Test
    void saysEachTypeInBothLanguages() {
        var revenue = line("revenue", 2025, new BigDecimal("1234567.5"));
        assertThat(ZH.title(revenue)).isEqualTo("营业收入（2025 年）");
        assertThat(EN.title(revenue)).isEqualTo("Revenue (2025)");
        assertThat(ZH.value(revenue)).isEqualTo("1,234,567.50 元");
        assertThat(ZH.value(line("employees", null, new BigDecimal(42)))).isEqualTo("42 人");
        assertThat(EN.value(line("ip_class1", null, new BigDecimal(3)))).isEqualTo("3 items");
        assertThat(ZH.value(line("rd_share", 2025, new BigDecimal("0.333333")))).isEqualTo("33.33%");
        assertThat(ZH.value(line("in_community", null, true))).isEqualTo("是");
        assertThat(EN.value(line("industry", null, "manufacturing"))).isEqualTo("Manufacturing");
        assertThat(ZH.value(line("business_fields", null, List.of("agent", "corpus"))))
                .isEqualTo("智能体、语料数据");
        assertThat(EN.value(line("registered_on", null, LocalDate.of(2024, 3, 1))))
                .isEqualTo("Fri 1 Mar 2024");
    }

    @Test
    void saysTheSourceWithItsDate() {
        var fact = line("employees", null, new BigDecimal(42));
        assertThat(ZH.source(fact)).isEqualTo("登记数据，2026-10-31");
        assertThat(EN.source(fact)).isEqualTo("Registry data, 31 Oct 2026");
    }

    @Test
    void namesAColumnForWhoeverMendsTheFile() {
        assertThat(ZH.column(CATALOGUE, "revenue_2025")).isEqualTo("营业收入 (revenue_2025)");
        assertThat(EN.column(CATALOGUE, "heads")).isEqualTo("heads");
    }

    private static Line line(String key, @Nullable Integer year, Object value) {
        var fact = CATALOGUE.find(key).orElseThrow();
        var dated = LocalDate.of(2026, 10, 31);
        return new Line(fact, year, new FactValue(value, fact.unit(), "REGISTRY", dated, dated, null, false, null));
    }
}
