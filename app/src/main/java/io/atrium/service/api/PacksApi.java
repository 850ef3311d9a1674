// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.api;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.service.ItemId;
import io.atrium.service.ItemMove;
import io.atrium.service.ItemState;
import io.atrium.service.ItemView;
import io.atrium.service.MoveItem;
import io.atrium.service.PackId;
import io.atrium.service.PackVersion;
import io.atrium.service.PackView;
import io.atrium.service.ServicePacks;
import io.atrium.service.WritePack;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Service packs for programs.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "service")
class PacksApi {

    private static final int LISTED_MAX = 500;

    private final ServicePacks packs;

    PacksApi(ServicePacks packs) {
        this.packs = packs;
    }

    record Item(String id, String words, String unit, LocalDate dueOn, ItemState state) {

        static Item of(ItemView item) {
            return new Item(item.id().value(), item.words(), item.unit().value(), item.dueOn(), item.state());
        }
    }

    record Line(@Nullable String item, String words, String unit, LocalDate dueOn) {}

    record Version(int number, String title, String reason, String by, Instant at, List<Line> lines) {

        static Version of(PackVersion version) {
            return new Version(
                    version.number(),
                    version.title(),
                    version.reason(),
                    version.by(),
                    version.at(),
                    version.lines().stream()
                            .map(line -> new Line(
                                    line.item().value(),
                                    line.words(),
                                    line.unit().value(),
                                    line.dueOn()))
                            .toList());
        }
    }

    record Pack(String id, String firm, int version, String title, List<Item> items) {

        static Pack of(PackView pack) {
            return new Pack(
                    pack.id().value(),
                    pack.firm().value(),
                    pack.version(),
                    pack.title(),
                    pack.items().stream().map(Item::of).toList());
        }
    }

    record Packs(List<Pack> items) {}

    record Whole(Pack pack, List<Version> versions) {}

    @Operation(summary = "Service packs that one may see, newest first; a unit is shown its own items")
    @GetMapping("/service-packs")
    Packs list(Actor actor) {
        actor.require(Permission.READ_SERVICE);
        return new Packs(packs.list(actor, 0, LISTED_MAX).stream().map(Pack::of).toList());
    }

    @Operation(summary = "One service pack with all of its versions")
    @GetMapping("/service-packs/{id}")
    Whole find(Actor actor, @PathVariable PackId id) {
        actor.require(Permission.READ_SERVICE);
        var pack = packs.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return new Whole(
                Pack.of(pack),
                packs.versions(actor, id).stream().map(Version::of).toList());
    }

    /// @param seen the version that was read before; 0 or absent for the first
    record Write(
            String firm,
            @Nullable Integer seen,
            String title,
            String reason,
            @Nullable List<Line> lines) {}

    @Operation(summary = "Write a firm's service pack, or its next version: the whole list")
    @PostMapping("/service-packs")
    ResponseEntity<Whole> write(Actor actor, RequestKey key, @RequestBody Write body) {
        actor.require(Permission.SERVE_FIRM);
        var lines = Objects.requireNonNullElse(body.lines(), List.<Line>of()).stream()
                .map(PacksApi::line)
                .toList();
        var id = packs.write(
                actor,
                new WritePack(
                        key,
                        new OrgId(text(body.firm())),
                        Objects.requireNonNullElse(body.seen(), 0),
                        text(body.title()),
                        text(body.reason()),
                        lines));
        return ResponseEntity.created(URI.create("/api/v1/service-packs/" + id)).body(find(actor, id));
    }

    private static WritePack.Line line(Line line) {
        if (line.dueOn() == null) {
            throw new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", "due_on"));
        }
        var item = line.item();
        return new WritePack.Line(
                item == null ? null : new ItemId(item), text(line.words()), new OrgId(text(line.unit())), line.dueOn());
    }

    record Move(ItemMove move, @Nullable String words) {}

    record Moved(ItemState state) {}

    @Operation(summary = "Report on a promised service: PROGRESS, FINISH by its unit, CONFIRM, REOPEN by the firm")
    @PostMapping("/service-items/{id}/steps")
    Moved move(Actor actor, RequestKey key, @PathVariable ItemId id, @RequestBody Move body) {
        actor.require(Permission.READ_SERVICE);
        if (body.move() == null) {
            throw new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", "move"));
        }
        return new Moved(packs.move(actor, new MoveItem(key, id, body.move(), text(body.words()))));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
