// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NodeSetTest {
    private static final int CAPACITY = 9_000;

    @Property(tries = 200)
    void agreesWithATreeSet(@ForAll @Size(max = 200) List<@IntRange(max = CAPACITY - 1) Integer> toggled) {
        var set = new NodeSet(CAPACITY);
        var tree = new TreeSet<Integer>();
        for (var node : toggled) {
            if (tree.add(node)) {
                set.add(node);
            } else {
                tree.remove(node);
                set.remove(node);
            }
            assertThat(set.first()).isEqualTo(tree.isEmpty() ? -1 : tree.first());
            assertThat(set.size()).isEqualTo(tree.size());
        }
    }

    @Test
    void aCopyLivesItsOwnLife() {
        var set = new NodeSet(100);
        set.add(70);
        var copy = set.copy();
        copy.remove(70);
        assertThat(set.first()).isEqualTo(70);
        assertThat(copy.first()).isEqualTo(-1);
    }

    @Test
    void refusesToAddTwiceAndToRemoveWhatIsNotThere() {
        var set = new NodeSet(10);
        set.add(3);
        assertThatThrownBy(() -> set.add(3)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> set.remove(4)).isInstanceOf(IllegalStateException.class);
    }
}
