// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.node;

import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.Ids;
import org.jooq.DSLContext;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// This node, its signs of life and the lead.
@Configuration(proxyBeanMethods = false)
class NodeBeans {

    @Bean
    NodeStore nodeStore(DSLContext database, AtriumSettings settings) {
        return new NodeStore(database, settings.node().silentAfter());
    }

    @Bean
    Leadership leadership(NodeStore store, AtriumSettings settings) {
        return new Leadership(store, settings.node().silentAfter());
    }

    @Bean
    AppNodes appNodes(
            NodeStore store, Leadership leadership, JdbcConnectionDetails details, Ids ids, AtriumSettings settings) {
        var name = settings.node().name();
        return new AppNodes(
                store,
                leadership,
                new OwnConnection(details),
                ids,
                settings.data(),
                name == null || name.isBlank() ? Machine.name() : name);
    }
}
