// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Link (互联带宽): how fast the network between the nodes of a pool is, in Gbit/s for each node; given by a pool, or
/// wanted at least by a job. Nothing is what a pool gives that has not said it, and what a job wants that does not
/// mind.
public record Link(int gbps) implements Comparable<Link> {
    public static final Link NOTHING = new Link(0);

    public Link {
        Limits.require(
                gbps >= 0 && gbps <= Limits.LINK_GBPS_MAX, "a link has 0 to " + Limits.LINK_GBPS_MAX + " Gbit/s");
    }

    public boolean isNothing() {
        return gbps == 0;
    }

    public boolean covers(Link wanted) {
        return gbps >= wanted.gbps;
    }

    @Override
    public int compareTo(Link other) {
        return Integer.compare(gbps, other.gbps);
    }
}
