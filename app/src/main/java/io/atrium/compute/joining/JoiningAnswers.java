// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.kernel.Fen;
import java.time.LocalDate;
import java.util.List;

/// What a provider answers (入驻资料).
public record JoiningAnswers(Contact contact, List<Pool> pools, Terms terms) {

    public JoiningAnswers {
        pools = List.copyOf(pools);
    }

    /// @param about what the provider runs, and since when
    public record Contact(String name, String phone, String email, String about) {}

    /// A pool with its first price.
    ///
    /// @param gpuMemoryGib of one GPU; `memoryGib` of one node
    /// @param linkGbit between its nodes
    /// @param from the first day of the price, and with that of the pool
    public record Pool(
            String id,
            String gpuModel,
            int gpuMemoryGib,
            boolean domestic,
            int nodes,
            int gpusPerNode,
            int cpusPerNode,
            int memoryGib,
            String region,
            int linkGbit,
            Fen price,
            LocalDate from) {

        public int gpus() {
            return nodes * gpusPerNode;
        }
    }

    /// @param settlementAccount to whom and where its receivables are paid, as the provider words it
    public record Terms(String serviceHours, String incidentContact, String settlementAccount) {}
}
