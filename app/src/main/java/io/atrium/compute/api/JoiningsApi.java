// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.joining.DecideJoining;
import io.atrium.compute.joining.JoiningAnswers;
import io.atrium.compute.joining.JoiningId;
import io.atrium.compute.joining.JoiningStep;
import io.atrium.compute.joining.JoiningView;
import io.atrium.compute.joining.Joinings;
import io.atrium.compute.joining.SubmitJoining;
import io.atrium.compute.joining.WithdrawJoining;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Applications of providers to join: hand in, look, decide, withdraw.
@RestController
@RequestMapping("/api/v1/provider-joinings")
@Tag(name = "provider-joinings")
class JoiningsApi {

    private final Joinings joinings;

    JoiningsApi(Joinings joinings) {
        this.joinings = joinings;
    }

    record Contact(String name, String phone, String email, String about) {

        static Contact of(JoiningAnswers.Contact contact) {
            return new Contact(contact.name(), contact.phone(), contact.email(), contact.about());
        }
    }

    record Terms(String serviceHours, String incidentContact, String settlementAccount) {

        static Terms of(JoiningAnswers.Terms terms) {
            return new Terms(terms.serviceHours(), terms.incidentContact(), terms.settlementAccount());
        }
    }

    /// What a provider hands in. Prices are yuan per GPU-hour as decimal text; `shares_per_gpu` is 1, 2, 4, 7 or 8, and
    /// 1, whole GPUs, when it is left out, `link_gbit` 0, not said.
    record Answers(Contact contact, List<Pool> pools, Terms terms) {

        record Pool(
                String id,
                String gpuModel,
                int gpuMemoryGib,
                boolean domestic,
                int nodes,
                int gpusPerNode,
                @Nullable Integer sharesPerGpu,
                int cpusPerNode,
                int memoryGib,
                String region,
                @Nullable Integer linkGbit,
                BigDecimal price,
                LocalDate from) {

            JoiningAnswers.Pool pool() {
                return new JoiningAnswers.Pool(
                        id.strip(),
                        gpuModel.strip(),
                        gpuMemoryGib,
                        domestic,
                        nodes,
                        gpusPerNode,
                        sharesPerGpu == null ? 1 : sharesPerGpu,
                        cpusPerNode,
                        memoryGib,
                        region.strip(),
                        linkGbit == null ? 0 : linkGbit,
                        fen(price),
                        from);
            }

            /// Zero, which is refused, for what is no amount of whole fen.
            private static Fen fen(BigDecimal yuan) {
                try {
                    return Fen.ofYuan(yuan);
                } catch (ArithmeticException _) {
                    return Fen.ZERO;
                }
            }
        }

        JoiningAnswers answers() {
            return new JoiningAnswers(
                    new JoiningAnswers.Contact(
                            contact.name().strip(),
                            contact.phone().strip(),
                            contact.email().strip(),
                            contact.about().strip()),
                    pools.stream().map(Pool::pool).toList(),
                    new JoiningAnswers.Terms(
                            terms.serviceHours().strip(),
                            terms.incidentContact().strip(),
                            terms.settlementAccount().strip()));
        }
    }

    record PricedPool(
            String id,
            String gpuModel,
            int gpuMemoryGib,
            boolean domestic,
            int nodes,
            int gpusPerNode,
            int sharesPerGpu,
            int cpusPerNode,
            int memoryGib,
            String region,
            int linkGbit,
            MoneyJson price,
            LocalDate from) {

        static PricedPool of(JoiningAnswers.Pool pool) {
            return new PricedPool(
                    pool.id(),
                    pool.gpuModel(),
                    pool.gpuMemoryGib(),
                    pool.domestic(),
                    pool.nodes(),
                    pool.gpusPerNode(),
                    pool.sharesPerGpu(),
                    pool.cpusPerNode(),
                    pool.memoryGib(),
                    pool.region(),
                    pool.linkGbit(),
                    MoneyJson.of(pool.price()),
                    pool.from());
        }
    }

    /// @param reason needed to decline
    /// @param toMend needed to return it: what is to be mended, by step
    record Decision(
            DecideJoining.Decision decision,
            @Nullable String reason,
            @Nullable Map<JoiningStep, String> toMend) {}

    record Joining(
            String id,
            String number,
            String provider,
            String state,
            Contact contact,
            List<PricedPool> pools,
            Terms terms,
            Instant submittedAt,
            Instant decideBy,
            @Nullable Instant returnedAt,
            @Nullable Map<JoiningStep, String> toMend,
            @Nullable Instant endedAt,
            @Nullable String endedReason) {

        static Joining of(JoiningView view) {
            var answers = view.answers();
            var returned = view.returned();
            var end = view.end();
            return new Joining(
                    view.id().value(),
                    view.number(),
                    view.provider().value(),
                    view.state().name(),
                    Contact.of(answers.contact()),
                    answers.pools().stream().map(PricedPool::of).toList(),
                    Terms.of(answers.terms()),
                    view.submitted().at(),
                    view.submitted().decideBy(),
                    returned == null ? null : returned.at(),
                    returned == null ? null : returned.toMend(),
                    end == null ? null : end.at(),
                    end == null ? null : end.reason());
        }
    }

    @Operation(summary = "Applications to join that one may see, newest first")
    @GetMapping
    CursorPage<Joining> list(Actor actor, CursorQuery query) {
        actor.require(Permission.OPERATE_POOL);
        var rows = joinings.page(actor.scope(Permission.OPERATE_POOL), query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, view -> view.id().value(), Joining::of);
    }

    @Operation(summary = "One application to join")
    @GetMapping("/{id}")
    Joining find(Actor actor, @PathVariable JoiningId id) {
        actor.require(Permission.OPERATE_POOL);
        return joinings.find(actor.scope(Permission.OPERATE_POOL), id)
                .map(Joining::of)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Operation(summary = "Apply to join with pools, first prices and terms; mends the application that was returned")
    @PostMapping
    ResponseEntity<Joining> submit(Actor actor, RequestKey key, @RequestBody Answers body) {
        var id = joinings.submit(actor, new SubmitJoining(key, body.answers()));
        return ResponseEntity.created(URI.create("/api/v1/provider-joinings/" + id))
                .body(find(actor, id));
    }

    @Operation(summary = "Accept, return once with what is to be mended, or decline; accepted pools are there at once")
    @PostMapping("/{id}/decision")
    Joining decide(Actor actor, RequestKey key, @PathVariable JoiningId id, @RequestBody Decision body) {
        var reason = body.reason() == null ? "" : body.reason();
        Map<JoiningStep, String> toMend = body.toMend() == null ? Map.of() : body.toMend();
        joinings.decide(actor, new DecideJoining(key, id, body.decision(), reason, toMend));
        return find(actor, id);
    }

    @Operation(summary = "Withdraw one's own application before it is decided")
    @PostMapping("/{id}/withdrawal")
    Joining withdraw(Actor actor, RequestKey key, @PathVariable JoiningId id) {
        joinings.withdraw(actor, new WithdrawJoining(key, id));
        return find(actor, id);
    }
}
