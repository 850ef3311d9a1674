// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CompanySettings.class)
class CompanyBeans {

    @Bean
    FactCatalogue factCatalogue() {
        return FactCatalogue.read();
    }
}
