// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.premises.AddBuilding;
import io.atrium.premises.AddRoom;
import io.atrium.premises.ImportRooms;
import io.atrium.premises.RoomImports;
import io.atrium.premises.domain.RoomColumn;
import io.atrium.premises.domain.RoomFile;
import io.atrium.premises.domain.RoomFile.Fault;
import io.atrium.premises.domain.RoomFile.Problem;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.component.UploadLimit;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// `/buildings/import`: buildings, floors and rooms from a file, all of it or nothing.
@Controller
class RoomImportPages {

    private static final String PATH = BuildingPages.PATH + "/import";
    private static final int PROBLEMS_SHOWN_MAX = 500;

    private final RoomImports imports;
    private final RequestKeys keys;

    RoomImportPages(RoomImports imports, RequestKeys keys) {
        this.imports = imports;
        this.keys = keys;
    }

    @GetMapping(PATH)
    PageView ask(Actor actor, Text t) {
        actor.require(Permission.MANAGE_PREMISES);
        return view(t, form(), List.of());
    }

    @PostMapping(PATH)
    ModelAndView takeIn(
            Actor actor, RequestKey key, Text t, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        actor.require(Permission.MANAGE_PREMISES);
        if (file == null || file.isEmpty()) {
            return view(t, form().wrong(List.of(FieldError.of("file", "premises.import.file.missing"))), List.of())
                    .refused();
        }
        try {
            var report = imports.takeIn(actor, new ImportRooms(key, file.getBytes()));
            if (!report.problems().isEmpty()) {
                return view(t, form(), report.problems()).refused();
            }
            return SeeOther.to(BuildingPages.PATH)
                    .saying(Flash.done("premises.import.done", report.rooms(), report.buildings(), report.seated()));
        } catch (RefusedException refused) {
            return view(t, form().refused(refused.refusal()), List.of()).refused();
        }
    }

    private Form form() {
        var limit = new UploadLimit(".csv,text/csv", RoomFile.BYTES_MAX, 1);
        return Form.to(
                        PATH,
                        "premises.import.submit",
                        Field.upload("file", "premises.import.file", limit).hint("premises.import.file.hint"))
                .keyed(keys.fresh());
    }

    private static PageView view(Text t, Form form, List<Problem> problems) {
        var columns = Arrays.stream(RoomColumn.values())
                .map(column -> t.of(
                        column.isNeeded() ? "premises.import.column.needed" : "premises.import.column.other",
                        column.in(t.lang()),
                        t.of("premises.import.about", column)))
                .toList();
        int left = Math.max(0, problems.size() - PROBLEMS_SHOWN_MAX);
        var page = new RoomImportPage(
                form,
                columns,
                problems.stream()
                        .limit(PROBLEMS_SHOWN_MAX)
                        .map(problem -> problem(problem, t))
                        .toList(),
                left == 0 ? "" : t.of("premises.import.left", left));
        return PageView.of("premises/import", "premises.import.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("premises.nav.buildings", BuildingPages.PATH));
    }

    private static RoomImportPage.Problem problem(Problem problem, Text t) {
        var column = problem.column();
        var value = problem.value();
        return new RoomImportPage.Problem(
                problem.line() == 0 ? "—" : String.valueOf(problem.line()),
                column == null ? "—" : column.in(t.lang()),
                t.of("premises.import.fault." + problem.fault(), limit(problem)),
                value == null ? "" : value);
    }

    private static Object limit(Problem problem) {
        var column = problem.column();
        if (problem.fault() == Fault.TOO_LONG && column != null) {
            return switch (column) {
                case BUILDING -> AddBuilding.NAME_LENGTH_MAX;
                case ADDRESS -> AddBuilding.ADDRESS_LENGTH_MAX;
                default -> AddRoom.NUMBER_LENGTH_MAX;
            };
        }
        return switch (problem.fault()) {
            case TOO_LARGE -> RoomFile.ROWS_MAX;
            case AREA_WRONG -> AddRoom.AREA_MAX;
            case SEATS_WRONG -> AddRoom.SEATS_MAX;
            case ROOMS_TOO_MANY -> AddRoom.ROOMS_MAX;
            case BUILDINGS_TOO_MANY -> AddBuilding.BUILDINGS_MAX;
            default -> "";
        };
    }
}
