package bookform.wizard;

import bookform.appointment.Again;
import bookform.appointment.OpenAppointment;
import bookform.booking.Appointment;
import bookform.booking.BookingApi;
import bookform.booking.BookingForm;
import bookform.templates.Templates;
import bookform.web.Assets;
import bookform.web.CalendarFile;
import bookform.web.Incoming;
import bookform.web.LanguageLink;
import bookform.web.Languages;
import bookform.web.Look;
import bookform.web.Pages;
import bookform.web.SecurityHeaders;
import bookform.web.Texts;
import gg.jte.Content;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A booked appointment, for whoever holds its hash: see it, put it into a calendar, book the same again. An appointment that is not there
 * and a hash that is not its own look the same.
 */
final class Confirmation {
    private final BookingApi api;
    private final Pages pages;
    private final Templates templates;
    private final Assets assets;
    private final Clock clock;

    Confirmation(BookingApi api, Pages pages, Templates templates, Assets assets, Clock clock) {
        this.api = api;
        this.pages = pages;
        this.templates = templates;
        this.assets = assets;
        this.clock = clock;
    }

    /** {@code GET …/visits/{appointment}/{hash}}. */
    void show(Context ctx) {
        open(ctx).show(ctx, "");
    }

    /** {@code GET …/calendar.ics}. */
    void calendar(Context ctx) {
        ctx.contentType("text/calendar; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
                .result(CalendarFile.of(open(ctx).appointment, clock.instant()));
    }

    /** {@code GET …/again}: to the wizard, with the same choices as far as they hold. */
    void again(Context ctx) {
        var visit = open(ctx);
        pages.redirect(ctx.header("Cache-Control", "no-store"), visit.againUrl());
    }

    /** What the address names. */
    Visit open(Context ctx) {
        var known = Incoming.pathId(ctx, "form").flatMap(api::findBookingForm).orElseThrow(NotFoundResponse::new);
        SecurityHeaders.allowFramesOn(ctx, known.sites());
        var selection = AskedSelection.of(ctx, known.id());
        var form = known.chain().isEmpty() ? known
                : selection.location().flatMap(id -> api.findBookingForm(known.id(), id)).orElseThrow(NotFoundResponse::new);
        var hash = ctx.pathParam("hash");
        var appointment =
                Incoming.pathId(ctx, "appointment").flatMap(id -> api.findAppointment(form.location(), id, hash))
                        .orElseThrow(NotFoundResponse::new);
        return new Visit(form, appointment, VisitAddress.of(form, appointment.id(), hash, selection),
                Languages.choose(ctx, form.languages(), form.language(), api::texts),
                Look.of(form, appointment.location(), assets, selection.manner().theme()));
    }

    /** An appointment that somebody has the hash of, met through a booking form. */
    final class Visit implements OpenAppointment {
        private final BookingForm form;
        private final Appointment appointment;
        private final VisitAddress address;
        private final Texts t;
        private final Look look;

        private Visit(BookingForm form, Appointment appointment, VisitAddress address, Texts t, Look look) {
            this.form = form;
            this.appointment = appointment;
            this.address = address;
            this.t = t;
            this.look = look;
        }

        @Override
        public Texts t() {
            return t;
        }

        @Override
        public Appointment appointment() {
            return appointment;
        }

        @Override
        public Optional<Appointment> cancel() {
            return api.cancel(form.location(), appointment.id(), address.hash());
        }

        @Override
        public Optional<Appointment> move(Instant start) {
            return api.move(form.location(), appointment.id(), address.hash(), start);
        }

        @Override
        public String url(String page) {
            return address.url(page);
        }

        @Override
        public void show(Context ctx, Sheet sheet, Content content) {
            var frame = frame(sheet.page(), sheet.title(), sheet.notice()).withBack(sheet.back());
            pages.show(ctx.header("Cache-Control", "no-store"), frame.document(), templates.wizardVisit(frame, content));
        }

        @Override
        public void show(Context ctx, String notice) {
            // Takes the place of the page it was booked from: one step back from here must not find the client's own time taken.
            ctx.header("HX-Replace-Url", url(""));
            var now = clock.instant();
            var title = t.text(ConfirmationView.heading(appointment, ctx.queryParam("moved") != null, now));
            var view = ConfirmationView.of(this, frame("", title, notice), assets, now);
            pages.show(ctx.header("Cache-Control", "no-store"), view.frame().document(), templates.wizardConfirmation(view));
        }

        String cabinetUrl() {
            return address.cabinetUrl();
        }

        /** The same once more; seats, of another event. */
        private String againUrl() {
            return appointment.event().isPresent() ? address.eventsUrl() : address.wizardUrl(new Again(api).query(appointment));
        }

        /** Where to book something else. */
        String wizardUrl() {
            return address.wizardUrl("");
        }

        private Frame frame(String page, String title, String notice) {
            return Frame.ofNoStep(t, assets, look, form.tracking(), appointment.location().title(), title,
                    LanguageLink.all(t, form.languages(),
                            tag -> address.in(tag).url(page)),
                    notice);
        }
    }
}
