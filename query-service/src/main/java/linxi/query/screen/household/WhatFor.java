package linxi.query.screen.household;

import jakarta.servlet.http.HttpServletRequest;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.access.gate.Purposes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What a page must ask, or show, of whoever may see the keys of households for a purpose. */
@ControllerAdvice("linxi.query.screen")
class WhatFor {
    /**
     * @param needed whether saying it would show more
     * @param stated as it was written down for this page; null where it was not
     */
    record Purpose(boolean needed, @Nullable String stated) {}

    @ModelAttribute("purpose")
    Purpose purpose(HttpServletRequest http) {
        var caller = Access.of(http).caller();
        if (caller == null || caller.role() != Role.HOUSEHOLD_VIEWER) {
            return new Purpose(false, null);
        }
        return Access.isMaskedNow() ? new Purpose(true, null) : new Purpose(false, Purposes.stated(http));
    }
}
