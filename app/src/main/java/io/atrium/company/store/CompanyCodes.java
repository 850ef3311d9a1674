// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import io.atrium.company.FactCatalogue;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The code tables of company files that administration may change.
@Configuration(proxyBeanMethods = false)
class CompanyCodes {

    @Bean
    ValueCodes industries(FactCatalogue catalogue, DSLContext database) {
        return new ValueCodes("industries", List.of("industry"), catalogue, database);
    }

    @Bean
    ValueCodes businessFields(FactCatalogue catalogue, DSLContext database) {
        return new ValueCodes("business-fields", List.of("business_fields"), catalogue, database);
    }

    @Bean
    ValueCodes districts(FactCatalogue catalogue, DSLContext database) {
        return new ValueCodes("districts", List.of("registered_district", "tax_district"), catalogue, database);
    }

    @Bean
    StalenessCodes factStaleness(FactCatalogue catalogue, DSLContext database) {
        return new StalenessCodes(catalogue, database);
    }

    @Bean
    StageCodes firmStages(FactCatalogue catalogue, DSLContext database) {
        return new StageCodes(catalogue, database);
    }
}
