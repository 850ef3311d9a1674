// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.company.FactCatalogue;
import io.atrium.company.UnifiedCode;
import io.atrium.company.domain.FactReader;
import io.atrium.company.domain.FactReading;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommunityTest {
    private static final long SEED = 20_261_122L;
    private static final Community COMMUNITY = Community.generate(SEED);
    private static final FactCatalogue CATALOGUE = FactCatalogue.read();

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(Community.generate(SEED)).isEqualTo(COMMUNITY);
        assertThat(Community.generate(SEED + 1).firms()).isNotEqualTo(COMMUNITY.firms());
    }

    /// The first row as a fixed point: a change of the generator changes every screenshot and must be meant.
    @Test
    void staysTheSameAcrossVersions() {
        assertThat(new String(RegistryCsv.write(COMMUNITY.firms().subList(0, 1)), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                        .get(1))
                .isEqualTo(FIRST_ROW);
    }

    @Test
    void hasTheSizeThatTheDemoPromises() {
        assertThat(COMMUNITY.firms()).hasSize(255);
        assertThat(COMMUNITY.providers()).hasSize(9);
        assertThat(COMMUNITY.providers().stream()
                        .mapToInt(InventedProvider::gpus)
                        .sum())
                .isEqualTo(Community.GPUS);
        assertThat(COMMUNITY.providers())
                .flatExtracting(InventedProvider::pools)
                .extracting(InventedProvider.Pool::model)
                .contains("H800-class", "A100-class", "910B-class", "4090-class");
        assertThat(COMMUNITY.bodies())
                .filteredOn(body -> body.kind() == InventedBody.Kind.DEPARTMENT)
                .hasSize(3);
        assertThat(COMMUNITY.bodies())
                .filteredOn(body -> body.kind() == InventedBody.Kind.BANK)
                .hasSize(2);
    }

    @Test
    void givesValidCodesOfNoRegionAndNeverTwice() {
        var codes = Stream.concat(
                        everyFirm().map(InventedFirm::unifiedCode),
                        COMMUNITY.providers().stream().map(InventedProvider::unifiedCode))
                .toList();
        assertThat(codes).doesNotHaveDuplicates().allSatisfy(code -> {
            assertThat(UnifiedCode.isValid(code)).isTrue();
            assertThat(code.substring(2, 4)).isEqualTo("99");
        });
        assertThat(everyFirm().map(InventedFirm::name)).doesNotHaveDuplicates();
    }

    @Test
    void writesOnlyFactsThatTheCatalogueCanRead() {
        assertThat(everyFirm().flatMap(firm -> Stream.concat(firm.registry().stream(), firm.reported().stream())))
                .allSatisfy(fact -> {
                    var definition = CATALOGUE.find(fact.key()).orElseThrow();
                    assertThat(definition.isYearly()).isEqualTo(fact.year() != null);
                    assertThat(FactReader.read(definition, fact.value())).isInstanceOf(FactReading.Read.class);
                });
    }

    @Test
    void keepsFactsPlausibleTogether() {
        assertThat(COMMUNITY.firms()).allSatisfy(firm -> {
            if (firm.registryValue("employees").isPresent()
                    && firm.registryValue("rd_staff").isPresent()) {
                assertThat(number(firm, "rd_staff")).isBetween(1L, number(firm, "employees"));
            }
            int born = Integer.parseInt(
                    firm.registryValue("registered_on").orElseThrow().substring(0, 4));
            IntStream.range(Community.FIRST_YEAR, born)
                    .forEach(year ->
                            assertThat(firm.registryValue("revenue_" + year)).isEmpty());
            firm.registryValue("generative_filing_on")
                    .ifPresent(on -> assertThat(on)
                            .isGreaterThan(firm.registryValue("registered_on").orElseThrow()));
        });
        assertThat(COMMUNITY.firms().stream()
                        .filter(firm -> firm.registryValue("rd_staff").isEmpty()))
                .isNotEmpty();
    }

    @Test
    void letsANewcomerMoveInInGoodStanding() {
        var first = COMMUNITY.newcomer(1);
        assertThat(first).isEqualTo(COMMUNITY.newcomer(1)).isNotEqualTo(COMMUNITY.newcomer(2));
        assertThat(IntStream.rangeClosed(1, 100).mapToObj(COMMUNITY::newcomer)).allSatisfy(firm -> {
            assertThat(firm.registryValue("in_community")).hasValue("是");
            assertThat(firm.registryValue("organisation_type")).hasValue("企业");
            assertThat(firm.registryValue("registered_city")).hasValue("上海市");
            assertThat(List.of(
                            "dishonesty_record_3y",
                            "abnormal_operation_list",
                            "major_accident_2y",
                            "prohibited_product"))
                    .allSatisfy(key -> assertThat(firm.registryValue(key)).hasValue("否"));
            assertThat(number(firm, "employees")).isBetween(24L, 60L);
            assertThat(number(firm, "rd_spend_2025") * 100 / number(firm, "revenue_2025"))
                    .isBetween(24L, 50L);
            assertThat(number(firm, "ip_class1")).isPositive();
        });
        assertThatThrownBy(() -> COMMUNITY.newcomer(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seatsEveryPersonInAnOrganisationOfTheCommunity() {
        var keys = new HashSet<String>();
        COMMUNITY.bodies().forEach(body -> keys.add(body.key()));
        COMMUNITY.providers().forEach(provider -> keys.add("provider-" + provider.number()));
        COMMUNITY.firms().forEach(firm -> keys.add("firm-" + firm.number()));
        assertThat(COMMUNITY.people()).extracting(InventedPerson::login).doesNotHaveDuplicates();
        assertThat(COMMUNITY.people()).allSatisfy(person -> assertThat(keys).contains(person.organisation()));
    }

    private static Stream<InventedFirm> everyFirm() {
        return Stream.concat(
                COMMUNITY.firms().stream(),
                IntStream.rangeClosed(1, Community.NEWCOMERS_MAX).mapToObj(COMMUNITY::newcomer));
    }

    private static long number(InventedFirm firm, String column) {
        return Long.parseLong(firm.registryValue(column).orElseThrow());
    }

    private static final String FIRST_ROW =
            "91990001MA7368787P,珩穹澜智能体科技有限公司,\"Hengqionglan Agent Technology Co., Ltd.\","
                    + "企业,2022-03-25,上海市,长宁区,长宁区,软件和信息技术服务业,agent,是,68,39,17058311,30031346,52870518,"
                    + "9355987,12913654,17824142,18684460,,44874355,63116162,,4,9,否,否,否,否,否,无,,2026-10-31";
}
